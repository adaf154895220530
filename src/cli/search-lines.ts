import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Lang } from '../knowledge/knowledge.ts';
import { cleanText } from '../language/clean-text.ts';
import { detectLanguage } from '../language/detect-language.ts';
import type { Hit, Retriever } from '../retrieval/retriever.ts';
import { langOf } from './lang-of.ts';

const lineSchema = z.object({
  text: z.string('text must be a string'),
  lang: z.string('lang must be a string').nullish(),
  id: z.union([z.string(), z.number()], 'id must be a string or a number').nullish(),
});

export interface SearchSettings {
  /** Most hits a line. */
  readonly limit: number;
  /** Language of questions that do not show one. */
  readonly lang: Lang | null;
}

/** Sections for a visitor's words, as the assistant itself would look them up. */
export function searchText(retriever: Retriever, text: string, { limit, lang }: SearchSettings): readonly Hit[] {
  const question = cleanText(text).text;
  const { lang: shown } = detectLanguage(question, lang);
  return retriever.search(question, { lang: shown === 'other' ? (lang ?? 'en') : shown, limit });
}

/**
 * Searches for one JSON object a line and writes one a line, in the same order, as they come.
 * A line that cannot be read gets `{"error", "id"?}` in its place; blank lines are skipped.
 * @returns how many lines could not be read
 */
export async function searchLines(
  retriever: Retriever,
  settings: SearchSettings,
  input: Readable,
  output: Writable,
): Promise<number> {
  let faults = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const found = searchLine(retriever, settings, line, number);
    if ('error' in found) faults++;
    if (!output.write(`${JSON.stringify(found)}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
  return faults;
}

function searchLine(retriever: Retriever, settings: SearchSettings, line: string, number: number): object {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { error: `line ${number} is not JSON` };
  }
  const parsed = lineSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const error = `line ${number}: ${issue?.path.length ? issue.message : 'must be an object with a text'}`;
    const { data: named } = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(given);
    return { error, ...named };
  }
  const { id, text, lang } = parsed.data;
  const hits = searchText(retriever, text, { ...settings, lang: langOf(lang) ?? settings.lang });
  return {
    ...(id == null ? {} : { id }),
    text,
    hits: hits.map(({ section, score }) => ({ section: section.id, score: Math.round(score * 1e6) / 1e6 })),
  };
}
