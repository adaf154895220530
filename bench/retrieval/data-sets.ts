import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A passage to be found. */
export interface Passage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A question with the passages judged relevant and their grades. */
export interface JudgedQuestion {
  readonly text: string;
  readonly relevant: Readonly<Record<string, number>>;
}

export interface DataSet {
  readonly name: string;
  readonly passages: readonly Passage[];
  readonly questions: readonly JudgedQuestion[];
  /** Questions that no passage answers; only SQuAD 2 has them. */
  readonly unanswerable: readonly string[];
}

const passage = z.object({ id: z.string(), title: z.string(), text: z.string() });
const question = z.object({ text: z.string(), relevant: z.record(z.string(), z.number()) });

/**
 * Reads `<name>/corpus.jsonl`, `<name>/queries.jsonl` and, where there is one, `<name>/unanswerable.jsonl` of a folder.
 * @throws where the folder has no such set, in one sentence
 */
export function readDataSet(folder: string, name: string): DataSet {
  const file = (part: string): string => path.join(folder, name, `${part}.jsonl`);
  if (!existsSync(file('corpus')))
    throw new Error(`${file('corpus')} is missing: --data names the folder that holds ${name}/`);
  const unanswerable = existsSync(file('unanswerable'))
    ? readLines(file('unanswerable'), z.object({ text: z.string() }))
    : [];
  return {
    name,
    passages: readLines(file('corpus'), passage),
    questions: readLines(file('queries'), question),
    unanswerable: unanswerable.map(({ text }) => text),
  };
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));
}
