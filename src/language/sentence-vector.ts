import { DIMENSIONS, wordVectors } from './word-vectors.ts';

/**
 * Where a text stands in meaning: the sum of its known words' vectors, scaled to length 1, so that the dot
 * product of two is their cosine. Null where no word is known.
 *
 * @param text Any text; case and punctuation do not matter. Only the first 100,000 characters are read.
 */
export function sentenceVector(text: string): Float32Array | null {
  const sum = new Float32Array(DIMENSIONS);
  for (const word of vectorWords(text)) addWord(sum, word, 1);
  return normalized(sum);
}

/** Like `sentenceVector`, from words with weights (a synonym counts less than the word itself). */
export function weightedVector(words: Iterable<readonly [word: string, weight: number]>): Float32Array | null {
  const sum = new Float32Array(DIMENSIONS);
  for (const [word, weight] of words) addWord(sum, word, weight);
  return normalized(sum);
}

/** The plain sum of words' vectors: sums of parts add up to the sum of the whole. */
export function vectorSum(words: readonly string[]): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  for (const word of words) addWord(sum, word, 1);
  return sum;
}

/** A sum of sums, scaled to length 1; null where nothing in it was known. */
export function vectorOfSums(sums: readonly Float32Array[]): Float32Array | null {
  const total = new Float32Array(DIMENSIONS);
  for (const sum of sums) for (let k = 0; k < DIMENSIONS; k++) total[k]! += sum[k]!;
  return normalized(total);
}

/** Cosine of two texts' vectors, -1 to 1. */
export function similarity(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let k = 0; k < DIMENSIONS; k++) dot += a[k]! * b[k]!;
  return dot;
}

/** The words as the vectors were trained on: every run of letters and digits, lower case. */
export function vectorWords(text: string): string[] {
  return (
    text
      .slice(0, 100_000)
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function addWord(sum: Float32Array, word: string, weight: number): void {
  const { rows, components, scales } = wordVectors();
  const row = rows.get(word);
  if (row === undefined) return;
  const scale = scales[row]! * weight;
  const start = row * DIMENSIONS;
  for (let k = 0; k < DIMENSIONS; k++) sum[k]! += components[start + k]! * scale;
}

function normalized(sum: Float32Array): Float32Array | null {
  const length = Math.sqrt(similarity(sum, sum));
  if (!(length > 1e-9)) return null;
  for (let k = 0; k < DIMENSIONS; k++) sum[k]! /= length;
  return sum;
}
