/** A case to learn from: the components that are not zero. */
export interface Case {
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly y: 0 | 1;
  /** How much it counts; 1 unless given. */
  readonly weight?: number;
}

const MOST_STEPS = 1_500;
/** Largest component of the gradient at which the weights are taken for found. */
const CLOSE_ENOUGH = 0.01;
const POWER_STEPS = 30;

/**
 * Logistic regression with a ridge penalty of 1 on all but the bias (a standard normal prior on each weight; scale a component to
 * make it stronger or weaker), by Nesterov's accelerated gradient; deterministic.
 *
 * @param size number of components
 * @returns the weights; the last is the bias
 */
export function fitLogistic(cases: readonly Case[], size: number): Float64Array {
  const weights = new Float64Array(size + 1);
  let ahead = weights.slice();
  const rate = 1 / (1 + largestCurvature(cases, size));
  let before = weights.slice();
  for (let step = 0; step < MOST_STEPS; step++) {
    const gradient = ahead.map((weight, at) => (at < size ? weight : 0));
    for (const each of cases) {
      const error = (each.weight ?? 1) * (sigmoid(dot(each, ahead, size)) - each.y);
      addTo(gradient, each, error, size);
    }
    if (gradient.every((value) => Math.abs(value) < CLOSE_ENOUGH)) break;
    const momentum = step / (step + 3);
    const next = ahead.map((weight, at) => weight - rate * gradient[at]!);
    ahead = next.map((weight, at) => weight + momentum * (weight - before[at]!));
    before = next;
  }
  return before;
}

export function dot({ indices, values }: Case, weights: Float64Array, size: number): number {
  let sum = weights[size]!;
  for (let i = 0; i < indices.length; i++) sum += weights[indices[i]!]! * values[i]!;
  return sum;
}

function addTo(sum: Float64Array, { indices, values }: Case, factor: number, size: number): void {
  for (let i = 0; i < indices.length; i++) sum[indices[i]!]! += factor * values[i]!;
  sum[size]! += factor;
}

/** Bound of the loss's second derivative in any direction: a quarter of the largest eigenvalue of the cases' products, by power iteration. */
function largestCurvature(cases: readonly Case[], size: number): number {
  let direction = new Float64Array(size + 1).fill(1 / Math.sqrt(size + 1));
  let length = 1;
  for (let step = 0; step < POWER_STEPS; step++) {
    const next = new Float64Array(size + 1);
    for (const each of cases) addTo(next, each, (each.weight ?? 1) * dot(each, direction, size), size);
    length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    direction = next.map((value) => value / length);
  }
  return 0.25 * 1.05 * length;
}

export function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** Area under the ROC curve: the chance that a case of the first kind scores above one of the second. */
export function areaUnderCurve(above: readonly number[], below: readonly number[]): number {
  let wins = 0;
  for (const a of above) for (const b of below) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (above.length * below.length);
}
