import type { Model } from './classifier.ts';
import { tokensOf, toWords } from './clauses.ts';
import type { EncodeMessage } from './encode-message.ts';
import { defaultFeatureOptions } from './features.ts';
import { stripPoliteness } from './politeness.ts';
import { trainSoftmax } from './softmax.ts';

/** A labelled wording; the label is an intent id. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

export const trainingOptions = {
  epochs: 4,
  rate: 0.5,
  l2: 0,
  smoothing: 0.1,
  balance: 0.4,
  temperature: 0.75,
} as const;

/**
 * Trains the intent classifier. Rare intents weigh more (weight = count to the power of -balance), since an intent's
 * number of examples tells how varied its wordings are, not how often visitors mean it.
 */
export function trainModel(texts: readonly LabelledText[], encode: EncodeMessage): Model {
  const labels = [...new Set(texts.map(({ label }) => label))].sort();
  const index = new Map(labels.map((label, i) => [label, i]));
  const counts = new Float64Array(labels.length);
  for (const { label } of texts) counts[index.get(label)!]!++;
  const mean = texts.length / labels.length;
  const tokens = texts.map(({ text }) => trainingTokens(text));
  const examples = texts.map(({ label }, i) => {
    const place = index.get(label)!;
    return {
      features: encode(tokens[i]!),
      label: place,
      weight: (mean / counts[place]!) ** trainingOptions.balance,
    };
  });
  const size = defaultFeatureOptions.buckets + defaultFeatureOptions.dense;
  const options = { labels: labels.length, size, ...trainingOptions };
  const { weights, bias } = trainSoftmax(examples, options);
  return {
    labels,
    weights,
    bias,
    scales: new Float32Array(labels.length).fill(1),
    vocabulary: frequentWords(tokens),
    temperature: trainingOptions.temperature,
  };
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
