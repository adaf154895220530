import type { Features } from './features.ts';

/** A labelled example: `label` is an index into the labels, `weight` scales its part in the loss. */
export interface TrainingExample {
  readonly features: Features;
  readonly label: number;
  readonly weight: number;
}

export interface SoftmaxOptions {
  readonly labels: number;
  /** Number of features, dense ones included. */
  readonly size: number;
  readonly epochs: number;
  /** Adagrad's step. */
  readonly rate: number;
  /** L2 penalty a step, on the weights of the features present. */
  readonly l2: number;
  /** Share of the target spread over the other labels. */
  readonly smoothing: number;
  /** Seed of the order in which examples are met. */
  readonly seed: number;
}

export interface SoftmaxWeights {
  /** Feature-major: weight of label `c` for feature `f` stands at `f * labels + c`. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Errors below this change nothing that matters, and skipping them halves the work. */
const NEGLIGIBLE = 2e-3;
/** Squared gradients of a feature not met before, and of one that start weights come with: how far first steps go. */
const FRESH = 1e-4;
const SETTLED = 4;

/**
 * Multinomial logistic regression by Adagrad with one step size a feature (Duchi, Hazan, Singer 2011, kept per row:
 * a label's share of a row's history hardly differs, and it costs a fraction of the memory). Labels whose error is
 * negligible are skipped, which makes late epochs cheap. With `start` it goes on from weights trained before. The order of examples is a seeded shuffle: same input, same weights.
 */
export function trainSoftmax(
  examples: readonly TrainingExample[],
  options: SoftmaxOptions,
  start: SoftmaxWeights | null = null,
): SoftmaxWeights {
  const { labels, size, rate, l2, smoothing } = options;
  const weights = start === null ? new Float32Array(size * labels) : start.weights.slice();
  const bias = start === null ? new Float32Array(labels) : start.bias.slice();
  const history = firstHistory(start, size, labels);
  let biasHistory = start === null ? FRESH : SETTLED;
  const scores = new Float64Array(labels);
  const errors = new Float64Array(labels);
  const active = new Int32Array(labels);
  const order = Int32Array.from(examples, (_, i) => i);
  const random = seeded(options.seed);
  const floor = smoothing / labels;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const example = examples[at]!;
      const { indices, values } = example.features;
      scoreInto(scores, indices, values, weights, bias);
      softmaxInPlace(scores);
      let count = 0;
      let squares = 0;
      for (let c = 0; c < labels; c++) {
        const target = floor + (c === example.label ? 1 - smoothing : 0);
        const error = (scores[c]! - target) * example.weight;
        if (error > NEGLIGIBLE || error < -NEGLIGIBLE) {
          active[count] = c;
          errors[count++] = error;
          squares += error * error;
        }
      }
      if (count === 0) continue;
      for (let i = 0; i < indices.length; i++) {
        const feature = indices[i]!;
        const value = values[i]!;
        const grown = history[feature]! + squares * value * value;
        history[feature] = grown;
        const step = rate / Math.sqrt(grown);
        const row = feature * labels;
        for (let k = 0; k < count; k++) {
          const place = row + active[k]!;
          const weight = weights[place]!;
          weights[place] = weight - step * (errors[k]! * value + l2 * weight);
        }
      }
      biasHistory += squares;
      const step = rate / Math.sqrt(biasHistory);
      for (let k = 0; k < count; k++) bias[active[k]!]! -= step * errors[k]!;
    }
  }
  return { weights, bias };
}

function firstHistory(start: SoftmaxWeights | null, size: number, labels: number): Float32Array {
  const history = new Float32Array(size).fill(FRESH);
  start?.weights.forEach((weight, place) => {
    if (weight !== 0) history[Math.floor(place / labels)] = SETTLED;
  });
  return history;
}

/** Adds up the scores (logits) of all labels for one message. */
export function scoreInto(
  scores: Float64Array,
  indices: Int32Array,
  values: Float32Array,
  weights: Float32Array | Int8Array,
  bias: Float32Array,
): void {
  const labels = bias.length;
  for (let c = 0; c < labels; c++) scores[c] = bias[c]!;
  for (let i = 0; i < indices.length; i++) {
    const row = indices[i]! * labels;
    const value = values[i]!;
    for (let c = 0; c < labels; c++) scores[c]! += value * weights[row + c]!;
  }
}

/** Turns logits into probabilities; `temperature` above 1 softens them. */
export function softmaxInPlace(scores: Float64Array, temperature = 1): void {
  let top = -Infinity;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    const value = Math.exp((scores[c]! - top) / temperature);
    scores[c] = value;
    sum += value;
  }
  for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
}

/** Numbers in [0, 1), the same for the same seed (the generator of Numerical Recipes). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}
