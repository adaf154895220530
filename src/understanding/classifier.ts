import type { EncodeMessage } from './encode-message.ts';
import { scoreInto, softmaxInPlace } from './softmax.ts';

/** A trained classifier as data: what the model file holds. */
export interface Model {
  readonly labels: readonly string[];
  /** Feature-major; quantised: weight = value * scale of its label. */
  readonly weights: Float32Array | Int8Array;
  /** What a label's summed weights are multiplied with; 1 where `weights` are floats. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
  /** Words of the examples, the most frequent first: what misspelt words are put right to. */
  readonly vocabulary: readonly string[];
  /** Divides the logits: found on examples left out of training, so that probabilities mean what they say. */
  readonly temperature: number;
}

/** Probability of each label, in the model's order. The array is reused by the next call. */
export type Classify = (tokens: readonly string[]) => Float64Array;

export function makeClassify(model: Model, encode: EncodeMessage): Classify {
  const scores = new Float64Array(model.labels.length);
  const noBias = new Float32Array(model.labels.length);
  return (tokens) => {
    const { indices, values } = encode(tokens);
    scoreInto(scores, indices, values, model.weights, noBias);
    for (let c = 0; c < scores.length; c++) scores[c] = scores[c]! * model.scales[c]! + model.bias[c]!;
    softmaxInPlace(scores, model.temperature);
    return scores;
  };
}
