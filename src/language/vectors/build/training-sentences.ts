import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { seededRandom, shuffle } from './seeded-random.ts';

const SHORTEST = 7;
const LONGEST = 299;
const utterance = z.object({ text: z.string() });

export interface SentenceSources {
  /** Folder of WordNet's `data.noun`, `data.verb` ... */
  readonly wordnet: string;
  /** CLINC150's training part, one `{"text"}` a line. */
  readonly clinc: string;
  /** BANKING77's training part, CSV with the text in the first column. */
  readonly banking: string;
}

/** What the student is taught on: WordNet's definitions and examples and the utterances, without their labels, shuffled. */
export function trainingSentences({ wordnet, clinc, banking }: SentenceSources): string[] {
  const sentences = new Set<string>();
  for (const file of ['data.noun', 'data.verb', 'data.adj', 'data.adv']) {
    for (const line of readLines(path.join(wordnet, file))) for (const text of glosses(line)) sentences.add(text);
  }
  for (const line of readLines(clinc)) sentences.add(utterance.parse(JSON.parse(line)).text);
  for (const line of readLines(banking).slice(1)) sentences.add(line.replace(/,[^,]*$/, '').replace(/^"|"$/g, ''));
  const fitting = [...sentences].filter(({ length }) => length >= SHORTEST && length <= LONGEST);
  return shuffle(fitting, seededRandom(1));
}

/** A synset's definition, alone and with its words, and its quoted examples. */
function* glosses(line: string): Generator<string> {
  const bar = line.indexOf('| ');
  if (bar < 0) return;
  const gloss = line.slice(bar + 2).trim();
  const fields = line.split(' ');
  const wordCount = Number.parseInt(fields[3] ?? '0', 16);
  const words = Array.from({ length: wordCount }, (_, k) =>
    (fields[4 + 2 * k] ?? '').replaceAll('_', ' ').replace(/\(.*\)/, ''),
  );
  const definition = gloss
    .replace(/"[^"]*"/g, '')
    .replace(/;\s*(;|$)/g, '')
    .replace(/[;\s]+$/, '')
    .trim();
  if (definition.length > 8) {
    yield definition;
    yield `${words.slice(0, 3).join(', ')}: ${definition.slice(0, 80)}`;
  }
  for (const [, example = ''] of gloss.matchAll(/"([^"]{10,160})"/g)) yield example;
}

function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').filter(Boolean);
}
