import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { AskingAssistant } from './assistant.ts';
import { langOf } from './lang-of.ts';

const lineSchema = z.object({
  text: z.string('text must be a string'),
  lang: z.string('lang must be a string').nullish(),
  id: z.union([z.string(), z.number()], 'id must be a string or a number').nullish(),
  conversation: z.union([z.string(), z.number()], 'conversation must be a string or a number').nullish(),
});

/**
 * Answers one JSON object a line with one a line, in the same order, as they come.
 * A line that cannot be read gets `{"error", "id"?}` in its place; blank lines are skipped.
 * @returns how many lines could not be read
 */
export async function askLines(assistant: AskingAssistant, input: Readable, output: Writable): Promise<number> {
  let faults = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const answer = answerLine(assistant, line, number);
    if ('error' in answer) faults++;
    if (!output.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => output.once('drain', resolve));
  }
  return faults;
}

function answerLine(assistant: AskingAssistant, line: string, number: number): object {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    return { error: `line ${number} is not JSON` };
  }
  const parsed = lineSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return {
      error: `line ${number}: ${issue?.path.length ? issue.message : 'must be an object with a text'}`,
      ...idOf(given),
    };
  }
  const { text, lang, id, conversation } = parsed.data;
  const result = assistant.ask(text, langOf(lang), conversation == null ? undefined : String(conversation));
  return { ...(id == null ? {} : { id }), ...result };
}

function idOf(given: unknown): { readonly id?: string | number } {
  const parsed = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(given);
  return parsed.success ? parsed.data : {};
}
