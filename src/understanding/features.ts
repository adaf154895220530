/** A message as the classifier sees it: hashed n-gram buckets, then the dense sentence vector. */
export interface Features {
  /** Positions of the non-zero features; dense ones start at `buckets`. */
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** What features are made from. */
export interface MessageParts {
  /** The words as they stand: lower case, without accents. */
  readonly words: readonly string[];
  /** Their English renderings; empty where the words are English already. */
  readonly translated: readonly string[];
  /** Names of the rules that match. */
  readonly marks: readonly string[];
  readonly vector: Float32Array | null;
}

export interface FeatureOptions {
  /** Number of hash buckets for the n-grams, a power of two. */
  readonly buckets: number;
  /** Length of the sentence vector; 0: none. */
  readonly dense: number;
  /** Longest character n-gram, at least 2. */
  readonly longest: number;
  /** Weight of each block; the first three and the vector have length 1 before it. */
  readonly weights: {
    readonly words: number;
    readonly translated: number;
    readonly characters: number;
    readonly mark: number;
    readonly length: number;
    readonly dense: number;
  };
}

/** Chosen by cross-validation over the shipped examples and CLINC150 (DESIGN.md, "Understanding: a small softmax"). */
export const defaultFeatureOptions: FeatureOptions = {
  buckets: 1 << 16,
  dense: 128,
  longest: 5,
  weights: { words: 1.5, translated: 1, characters: 1, mark: 0.7, length: 0.5, dense: 2 },
};

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Keeps the blocks' features apart before hashing. */
const seeds = { words: 0x2545f491, characters: 0x5bd1e995, marks: 0x1b873593 } as const;

/**
 * Turns a message into features: word 1- and 2-grams, the same of its English rendering (so that both languages train one
 * another), character 2- to 5-grams, the rules that match, its length's order of magnitude, and the sentence vector.
 * Blocks are scaled to a fixed length, so that long messages weigh no more than short ones.
 */
export function extractFeatures(parts: MessageParts, options: FeatureOptions): Features {
  const { buckets, weights } = options;
  const values = new Map<number, number>();
  addBlock(values, wordGrams(parts.words, buckets), weights.words);
  if (parts.translated.length > 0) addBlock(values, wordGrams(parts.translated, buckets), weights.translated);
  addBlock(values, characterGrams(parts.words, buckets, options.longest), weights.characters);
  const magnitude = Math.min(5, Math.ceil(Math.log2(parts.words.length + 1)));
  add(values, bucketOf(hash(`length ${magnitude}`, seeds.marks), buckets), weights.length);
  for (const mark of parts.marks) add(values, bucketOf(hash(mark, seeds.marks), buckets), weights.mark);
  return join(values, parts.vector, options);
}

function join(sparse: ReadonlyMap<number, number>, vector: Float32Array | null, options: FeatureOptions): Features {
  const dense = vector === null ? 0 : options.dense;
  const indices = new Int32Array(sparse.size + dense);
  const values = new Float32Array(sparse.size + dense);
  let position = 0;
  for (const [bucket, value] of sparse) {
    indices[position] = bucket;
    values[position++] = value;
  }
  for (let k = 0; k < dense; k++) {
    indices[position] = options.buckets + k;
    values[position++] = vector![k]! * options.weights.dense;
  }
  return { indices, values };
}

function wordGrams(words: readonly string[], buckets: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let previous = hash('<', seeds.words);
  for (const word of words) {
    const own = hash(word, seeds.words);
    add(counts, bucketOf(own, buckets), 1);
    add(counts, bucketOf(Math.imul(previous, 31) ^ own, buckets), 1);
    previous = own;
  }
  add(counts, bucketOf(Math.imul(previous, 31) ^ hash('>', seeds.words), buckets), 1);
  return counts;
}

function characterGrams(words: readonly string[], buckets: number, longest: number): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const text = ` ${words.join(' ')} `;
  for (let start = 0; start < text.length; start++) {
    let value = FNV_OFFSET ^ seeds.characters;
    const end = Math.min(text.length, start + longest);
    for (let at = start; at < end; at++) {
      value = Math.imul(value ^ text.charCodeAt(at), FNV_PRIME);
      if (at > start) add(counts, bucketOf(value, buckets), 1);
    }
  }
  return counts;
}

function addBlock(values: Map<number, number>, counts: ReadonlyMap<number, number>, weight: number): void {
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  const scale = weight / Math.sqrt(squares || 1);
  for (const [bucket, count] of counts) add(values, bucket, count * scale);
}

function add(values: Map<number, number>, bucket: number, value: number): void {
  values.set(bucket, (values.get(bucket) ?? 0) + value);
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let value = FNV_OFFSET ^ seed;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), FNV_PRIME);
  return value;
}

/** FNV's low bits mix poorly: the finaliser of MurmurHash3 spreads them over the buckets. */
function bucketOf(value: number, buckets: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (buckets - 1);
}
