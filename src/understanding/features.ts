/** A message as the classifier sees it: hashed n-gram buckets, then the dense sentence vector. */
export interface Features {
  /** Positions of the non-zero features; dense ones start at `buckets`. */
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface FeatureOptions {
  /** Number of hash buckets for the n-grams, a power of two. */
  readonly buckets: number;
  /** Length of the sentence vector; 0: none. */
  readonly dense: number;
  /** Weight of each block; every block has length 1 before it. */
  readonly weights: { readonly words: number; readonly chars: number; readonly dense: number };
  /** Longest character n-gram, at least 2. */
  readonly longest: number;
}

export const defaultFeatureOptions: FeatureOptions = {
  buckets: 1 << 15,
  dense: 128,
  weights: { words: 1.5, chars: 1, dense: 2 },
  longest: 5,
};

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Turns words (already lower case, without accents) into features: word 1- and 2-grams, character 2- to 5-grams inside
 * word boundaries, and the sentence vector. Each block is scaled to length 1, so that long messages weigh no more.
 */
export function extractFeatures(
  words: readonly string[],
  sentenceVector: Float32Array | null,
  options: FeatureOptions,
): Features {
  const counts = new Map<number, number>();
  const wordMask = options.buckets - 1;
  let wordSquares = 0;
  let previous = hash('<', FNV_OFFSET);
  const wordCounts = new Map<number, number>();
  for (const word of words) {
    const own = hash(word, FNV_OFFSET);
    bump(wordCounts, spread(own) & wordMask);
    bump(wordCounts, spread(Math.imul(previous, 31) ^ own) & wordMask);
    previous = own;
  }
  bump(wordCounts, spread(Math.imul(previous, 31) ^ hash('>', FNV_OFFSET)) & wordMask);
  for (const count of wordCounts.values()) wordSquares += count * count;
  const charCounts = charGrams(words, wordMask, options.longest);
  let charSquares = 0;
  for (const count of charCounts.values()) charSquares += count * count;
  const wordScale = options.weights.words / Math.sqrt(wordSquares || 1);
  const charScale = options.weights.chars / Math.sqrt(charSquares || 1);
  for (const [bucket, count] of wordCounts) counts.set(bucket, count * wordScale);
  for (const [bucket, count] of charCounts) counts.set(bucket, (counts.get(bucket) ?? 0) + count * charScale);
  const dense = sentenceVector === null ? 0 : options.dense;
  const indices = new Int32Array(counts.size + dense);
  const values = new Float32Array(counts.size + dense);
  let position = 0;
  for (const [bucket, value] of counts) {
    indices[position] = bucket;
    values[position++] = value;
  }
  if (sentenceVector !== null) {
    for (let k = 0; k < dense; k++) {
      indices[position] = options.buckets + k;
      values[position++] = (sentenceVector[k] ?? 0) * options.weights.dense;
    }
  }
  return { indices, values };
}

function charGrams(words: readonly string[], mask: number, longest: number): Map<number, number> {
  const counts = new Map<number, number>();
  const text = ` ${words.join(' ')} `;
  for (let start = 0; start < text.length; start++) {
    let value = FNV_OFFSET ^ 0x5bd1e995;
    const end = Math.min(text.length, start + longest);
    for (let at = start; at < end; at++) {
      value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
      if (at > start) bump(counts, spread(value) & mask);
    }
  }
  return counts;
}

function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  return value;
}

/** FNV's low bits mix poorly: the finaliser of MurmurHash3 spreads them over the buckets. */
function spread(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function bump(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
