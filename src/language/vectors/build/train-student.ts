import { type Random, shuffle } from './seeded-random.ts';

const EPOCHS = 9;
const RATE = 0.03;
const BATCH = 64;
/** Weight of the squared error of pairwise similarities beside 1 - cosine, and pairs a sentence is in. */
const PAIR_WEIGHT = 2;
const PAIRS = 8;

export interface Lesson {
  /** Rows of the words of each sentence. */
  readonly bags: readonly Int32Array[];
  /** The teacher's vectors, `size` components a sentence, each of length 1. */
  readonly targets: Float32Array;
  readonly size: number;
  /** Sentences to learn from and sentences to be judged by. */
  readonly train: number[];
  readonly held: readonly number[];
}

/**
 * Moves the words' vectors until the normalised sum over a sentence's words points where the teacher's vector does and
 * similarities between sentences agree (Adagrad on both errors). About two minutes.
 *
 * @param rows the words' vectors, changed in place
 * @param progress is told the mean cosine to the teacher over the held-out sentences after each epoch
 */
export function trainStudent(
  rows: Float32Array,
  lesson: Lesson,
  random: Random,
  progress: (epoch: number, cosine: number) => void,
): void {
  const { bags, targets, size, train } = lesson;
  const history = new Float32Array(rows.length).fill(1e-3);
  const encoded = Array.from({ length: BATCH }, () => new Float32Array(size));
  const lengths = new Float32Array(BATCH);
  const gradient = new Float32Array(size);
  progress(0, meanCosine(rows, lesson));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(train, random);
    const rate = RATE * (1 - epoch / EPOCHS) + RATE * 0.02;
    for (let start = 0; start + BATCH <= train.length; start += BATCH) {
      for (let q = 0; q < BATCH; q++) lengths[q] = encode(rows, bags[train[start + q]!]!, encoded[q]!);
      for (let q = 0; q < BATCH; q++) {
        errorGradient(gradient, q, encoded, (other, k) => targets[train[start + other]! * size + k]!);
        throughNormalization(gradient, encoded[q]!, lengths[q]!);
        for (const word of bags[train[start + q]!]!) {
          for (let k = 0; k < size; k++) {
            const at = word * size + k;
            history[at]! += gradient[k]! * gradient[k]!;
            rows[at]! -= (rate * gradient[k]!) / Math.sqrt(history[at]!);
          }
        }
      }
    }
    progress(epoch + 1, meanCosine(rows, lesson));
  }
}

/** Gradient of 1 - cosine plus the weighted squared errors of similarities to some others of the batch. */
function errorGradient(
  gradient: Float32Array,
  q: number,
  encoded: readonly Float32Array[],
  target: (sentence: number, component: number) => number,
): void {
  const own = encoded[q]!;
  for (let k = 0; k < own.length; k++) gradient[k] = -target(q, k);
  for (let pair = 1; pair <= PAIRS; pair++) {
    const other = (q + pair * 7) % BATCH;
    const vector = encoded[other]!;
    let ours = 0;
    let theirs = 0;
    for (let k = 0; k < own.length; k++) {
      ours += own[k]! * vector[k]!;
      theirs += target(q, k) * target(other, k);
    }
    const factor = ((2 * PAIR_WEIGHT) / PAIRS) * (ours - theirs);
    for (let k = 0; k < own.length; k++) gradient[k]! += factor * vector[k]!;
  }
}

/** The gradient with respect to the sum before it was scaled to length 1. */
function throughNormalization(gradient: Float32Array, encoded: Float32Array, length: number): void {
  let along = 0;
  for (let k = 0; k < encoded.length; k++) along += gradient[k]! * encoded[k]!;
  for (let k = 0; k < encoded.length; k++) gradient[k] = (gradient[k]! - along * encoded[k]!) / length;
}

function encode(rows: Float32Array, bag: Int32Array, into: Float32Array): number {
  into.fill(0);
  for (const word of bag) for (let k = 0; k < into.length; k++) into[k]! += rows[word * into.length + k]!;
  const length = Math.hypot(...into) || 1e-6;
  for (let k = 0; k < into.length; k++) into[k]! /= length;
  return length;
}

function meanCosine(rows: Float32Array, { bags, targets, size, held }: Lesson): number {
  const encoded = new Float32Array(size);
  let sum = 0;
  for (const sentence of held) {
    encode(rows, bags[sentence]!, encoded);
    for (let k = 0; k < size; k++) sum += encoded[k]! * targets[sentence * size + k]!;
  }
  return sum / held.length;
}
