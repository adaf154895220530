import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AnswerlineError } from '../../errors.ts';

export const kinds = [
  'answer',
  'clarify',
  'unknown',
  'handoff',
  'emergency',
  'referral',
  'about',
  'smalltalk',
] as const;
export type Kind = (typeof kinds)[number];

const kind = z.enum(kinds, { error: `kind must be one of ${kinds.join(', ')}` });

const exampleSchema = z.object({
  text: z.string('text must be a string'),
  lang: z.string('lang must be a language tag'),
  kind,
  section: z.string().nullish(),
  topic: z.string().nullish(),
  also: z.array(kind).default([]),
  hard: z.boolean().default(false),
});

/** A labelled message; `also` are further acceptable kinds. */
export type Example = z.infer<typeof exampleSchema>;

/** `held-out`: the third that nobody looks at while working; `rest`: the other two thirds. */
export type Part = 'held-out' | 'rest' | 'all';

/**
 * Reads labelled messages, one JSON object a line.
 * @throws AnswerlineError USAGE naming file and line of the first fault
 */
export function readExamples(file: string): readonly Example[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new AnswerlineError('USAGE', `${file} cannot be read; give a file of JSON lines`);
  }
  const examples = text
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [readLine(line, `${file}:${i + 1}`)]));
  if (examples.length === 0) throw new AnswerlineError('USAGE', `${file} holds no examples`);
  return examples;
}

/** The fixed split: by a hash of the text, so that lines may be added or moved without changing any other line's part. */
export function inPart({ text }: Example, part: Part): boolean {
  if (part === 'all') return true;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return (Number.parseInt(hash, 16) % 3 === 0) === (part === 'held-out');
}

function readLine(line: string, place: string): Example {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    throw new AnswerlineError('USAGE', `${place}: this line is not JSON`);
  }
  const parsed = exampleSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AnswerlineError('USAGE', `${place}: ${parsed.error.issues[0]?.message ?? 'this line is no example'}`);
}
