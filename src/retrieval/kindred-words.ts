import { DIMENSIONS, wordVectors } from '../language/word-vectors.ts';
import type { Alternative } from './query.ts';
import type { TermTable } from './term-table.ts';

/** Cosine of two words from which one may stand for the other; below it nearness is chance (`pizza` and `drugs`: .23). */
const KINDRED_FROM = 0.5;
/** What a page's word carries of a kindred word's meaning where the cosine is 1; never as much as the word itself. */
const KINDRED_WEIGHT = 1.1;
const MOST_WEIGHT = 0.7;
const MOST_WORDS = 3;
/** Words of the pages looked at, the most used ones: keeps the cost of an unknown word under a millisecond in any folder. */
const WORDS_LOOKED_AT = 5_000;

/**
 * Words of the pages that mean nearly the same as one they lack: "counterterrorism" where they say terrorism,
 * "paperwork" where they say documents. By the cosine of the word vectors, at a cost of the folder's vocabulary.
 */
export function createKindredWords(terms: TermTable): (word: string) => readonly Alternative[] {
  let pageWords: { readonly stem: string; readonly vector: Float32Array }[] | null = null;
  return (word) => {
    const asked = unitVector(word);
    if (!asked) return [];
    pageWords ??= terms
      .words()
      .slice(0, WORDS_LOOKED_AT)
      .flatMap(({ word: text, stem }) => {
        const vector = unitVector(text);
        return vector ? [{ stem, vector }] : [];
      });
    return pageWords
      .map(({ stem, vector }) => ({ stem, cosine: dot(asked, vector) }))
      .filter(({ cosine }) => cosine >= KINDRED_FROM)
      .sort((a, b) => b.cosine - a.cosine)
      .slice(0, MOST_WORDS)
      .map(({ stem, cosine }) => ({
        terms: [stem],
        weight: Math.min(MOST_WEIGHT, KINDRED_WEIGHT * (cosine - KINDRED_FROM / 2)),
      }));
  };
}

function unitVector(word: string): Float32Array | null {
  const { rows, components, scales } = wordVectors();
  const row = rows.get(word);
  if (row === undefined) return null;
  const vector = Float32Array.from(components.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
  const length = Math.sqrt(dot(vector, vector)) * Math.sign(scales[row]!);
  for (let k = 0; k < DIMENSIONS; k++) vector[k]! /= length;
  return vector;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < DIMENSIONS; k++) sum += a[k]! * b[k]!;
  return sum;
}
