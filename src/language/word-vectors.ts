import { readFileSync } from 'node:fs';

/** Components of a vector. */
export const DIMENSIONS = 128;

/** The shipped vectors (src/language/vectors/README.md). */
export interface WordVectors {
  /** Word to row; the row is the word's frequency rank in English, 0 the most frequent. */
  readonly rows: ReadonlyMap<string, number>;
  /** Row-major, DIMENSIONS a word. */
  readonly components: Int8Array;
  /** What a row's components are multiplied with. */
  readonly scales: Float32Array;
}

let loaded: WordVectors | null = null;

/** The vectors, read at the first call (about 20 ms) and shared afterwards. */
export function wordVectors(): WordVectors {
  loaded ??= read(new URL('./vectors/', import.meta.url));
  return loaded;
}

/**
 * Frequency rank of a lower-case word in English, 0 the most frequent; null for a word that is not among
 * the 60,000 most frequent.
 */
export function wordRank(word: string): number | null {
  return wordVectors().rows.get(word) ?? null;
}

/**
 * How much a word says by being used, 0 (`the`) to 1 (a word outside the vocabulary): the logarithm of its
 * frequency rank. By Zipf's law a word's frequency falls as 1 / rank, so this is an inverse document
 * frequency that needs no corpus.
 */
export function rarity(word: string): number {
  const { rows } = wordVectors();
  const rank = rows.get(word);
  return rank === undefined ? 1 : Math.log1p(rank) / Math.log1p(rows.size);
}

function read(folder: URL): WordVectors {
  const words = readFileSync(new URL('words.txt', folder), 'latin1').trimEnd().split('\n');
  const components = readFileSync(new URL('vectors.i8', folder));
  const scales = Uint8Array.from(readFileSync(new URL('scales.f32', folder)));
  if (components.length !== words.length * DIMENSIONS || scales.length !== words.length * 4) {
    throw new Error(`${folder.pathname}: words.txt, vectors.i8 and scales.f32 do not belong together`);
  }
  return {
    rows: new Map(words.map((word, row) => [word, row])),
    components: new Int8Array(components.buffer, components.byteOffset, components.length),
    scales: new Float32Array(scales.buffer),
  };
}
