import type { Model } from './classifier.ts';
import { tokensOf, toWords } from './clauses.ts';
import type { EncodeMessage } from './encode-message.ts';
import { defaultFeatureOptions } from './features.ts';
import { parseIntent } from './intent.ts';
import { stripPoliteness } from './politeness.ts';
import { type SoftmaxWeights, trainSoftmax } from './softmax.ts';
import type { Intent } from './understanding.ts';

/** A labelled wording; the label is an intent id. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

export const trainingOptions = { epochs: 4, rate: 0.5, l2: 0, smoothing: 0.1, temperature: 0.75 } as const;

/**
 * What share of visitors' messages each kind of intent is taken to have, whatever the number of its examples: that
 * number tells how varied its wordings are, not how often visitors mean it.
 */
const shares: Readonly<Record<Intent['kind'], number>> = {
  question: 0.24,
  referral: 0.2,
  report: 0.14,
  refuse: 0.13,
  'tip-line-fact': 0.08,
  about: 0.07,
  emergency: 0.06,
  smalltalk: 0.05,
  'follow-up': 0.03,
};
/** Inside a kind, an intent's share grows with the number of its examples to this power. */
const GROWTH = 0.6;

/** What ships is trained with care: the mean of so many trainings. */
export const SHIPPED_ROUNDS = 6;

export interface TrainModelOptions {
  /** A model to go on from: half the epochs then do. */
  readonly base?: Model | null;
  /**
   * How often to train, each time meeting the examples in another order; the weights are the mean. What one order decides by
   * chance for a message between two intents evens out, and the model stays one model, no larger and no slower.
   */
  readonly rounds?: number;
}

/** Trains the intent classifier. */
export function trainModel(
  texts: readonly LabelledText[],
  encode: EncodeMessage,
  { base = null, rounds = 1 }: TrainModelOptions = {},
): Model {
  const labels = [...new Set([...texts.map(({ label }) => label), ...(base?.labels ?? [])])].sort();
  const index = new Map(labels.map((label, i) => [label, i]));
  const tokens = texts.map(({ text }) => trainingTokens(text));
  const labelOf = texts.map(({ label }) => index.get(label)!);
  const weights = exampleWeights(labels, labelOf);
  const examples = labelOf.map((label, i) => ({ features: encode(tokens[i]!), label, weight: weights[label]! }));
  const size = defaultFeatureOptions.buckets + defaultFeatureOptions.dense;
  const epochs = base === null ? trainingOptions.epochs : trainingOptions.epochs / 2;
  const start = base === null ? null : startWeights(base, labels, size);
  const shape = { labels: labels.length, size, ...trainingOptions, epochs };
  const trained = mean(
    Array.from({ length: rounds }, (_, round) => trainSoftmax(examples, { ...shape, seed: round + 1 }, start)),
  );
  return {
    labels,
    ...trained,
    scales: new Float32Array(labels.length).fill(1),
    vocabulary: [...new Set([...frequentWords(tokens), ...(base?.vocabulary ?? [])])],
    temperature: trainingOptions.temperature,
  };
}

function mean(models: readonly SoftmaxWeights[]): SoftmaxWeights {
  const [first] = models;
  const average = (pick: (model: SoftmaxWeights) => Float32Array): Float32Array =>
    pick(first!).map((_, at) => models.reduce((sum, model) => sum + pick(model)[at]!, 0) / models.length);
  return { weights: average(({ weights }) => weights), bias: average(({ bias }) => bias) };
}

/** A model's weights in the order of more labels; the new ones begin at nothing. */
function startWeights(base: Model, labels: readonly string[], size: number): SoftmaxWeights {
  const weights = new Float32Array(size * labels.length);
  const bias = new Float32Array(labels.length);
  const known = base.labels.length;
  for (let from = 0; from < known; from++) {
    const to = labels.indexOf(base.labels[from]!);
    const scale = base.scales[from]!;
    bias[to] = base.bias[from]!;
    for (let row = 0; row < size; row++) weights[row * labels.length + to] = base.weights[row * known + from]! * scale;
  }
  return { weights, bias };
}

/** Weight of an example by its label; their mean over all examples is 1. */
function exampleWeights(labels: readonly string[], labelOf: readonly number[]): Float64Array {
  const counts = new Float64Array(labels.length);
  for (const label of labelOf) counts[label]!++;
  const kinds = labels.map((label) => parseIntent(label)?.kind ?? 'question');
  const grown = counts.map((count) => count ** GROWTH);
  const present = new Set(kinds);
  const all = [...present].reduce((sum, kind) => sum + shares[kind], 0);
  return counts.map((count, label) => {
    const kind = kinds[label]!;
    const ofKind = grown.reduce((sum, value, other) => (kinds[other] === kind ? sum + value : sum), 0);
    return ((shares[kind] / all) * (grown[label]! / ofKind) * labelOf.length) / count;
  });
}

/** Words used more than once, the most frequent first, equals in the alphabet's order; a word used once may be a misspelling. */
function frequentWords(messages: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const tokens of messages) for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  const frequent = [...counts].filter(([word, count]) => count > 1 && word.length > 3);
  return frequent.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

/** A wording as it will be met: politeness taken off, unless it is all there is. */
export function trainingTokens(text: string): string[] {
  const words = toWords(text);
  const stripped = stripPoliteness(words);
  return tokensOf(stripped.length > 0 ? stripped : words);
}
