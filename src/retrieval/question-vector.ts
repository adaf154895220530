import type { Lang } from '../knowledge/knowledge.ts';
import { weightedVector } from '../language/sentence-vector.ts';
import type { Concept } from './query.ts';
import type { ReadWord } from './translate-words.ts';

/** What the further renderings of a Spanish word weigh together beside the first. */
const FURTHER_RENDERINGS = 0.5;

/**
 * Where a question stands in meaning. An English one with its grammar, as the vectors were trained, a Spanish one by the
 * English renderings of its words; without the agency's names, and with misspellings put right.
 */
export function questionVector(
  tokens: readonly string[],
  isName: readonly boolean[],
  read: readonly ReadWord[],
  concepts: readonly Concept[],
  lang: Lang,
): Float32Array | null {
  const corrections = new Map(
    concepts.flatMap(({ word, corrected }) => (corrected ? [[word, corrected] as const] : [])),
  );
  const spelled = (word: string): string => corrections.get(word) ?? word;
  if (lang === 'en' && read.every(({ english }) => english.length === 0)) {
    return weightedVector(tokens.filter((_, at) => !isName[at]).map((token) => [spelled(token), 1]));
  }
  return weightedVector(
    read.flatMap(({ word, english: [first, ...rest] }) => {
      if (!first) return [[spelled(word), 1] as const];
      const further = rest.flatMap(({ words }) =>
        words.map((text) => [text, FURTHER_RENDERINGS / rest.length] as const),
      );
      return [...first.words.map((text) => [text, 1] as const), ...further];
    }),
  );
}
