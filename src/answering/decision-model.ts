import type { Query } from '../retrieval/query.ts';
import { type Features, featureNames } from './decision-features.ts';
import modelFile from './decision-model.json' with { type: 'json' };
import { formGrams } from './form-grams.ts';

/** A logistic model: the chance that the best sentences answer the question. */
export interface DecisionModel {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Features, number>>;
  /** By word or pair of the question's form (see `formGrams`); others weigh nothing. */
  readonly form: Readonly<Record<string, number>>;
  /** By component of the question's vector: where a question stands in meaning tells what kind of thing it asks for. */
  readonly meaning: readonly number[];
}

/** Fitted by `npm run fit:answering` on the questions in evaluation/answering, never by hand. */
const decisionModel: DecisionModel = modelFile;

const formWeights: ReadonlyMap<string, number> = new Map(Object.entries(decisionModel.form));

/** Chance, 0 to 1, that the page answers the question. */
export function chanceOfAnswer(features: Features, { tokens, vector }: Pick<Query, 'tokens' | 'vector'>): number {
  const { bias, weights, meaning } = decisionModel;
  let sum = featureNames.reduce((total, name) => total + weights[name] * features[name], bias);
  for (const gram of formGrams(tokens)) sum += formWeights.get(gram) ?? 0;
  if (vector) for (let k = 0; k < meaning.length; k++) sum += meaning[k]! * vector[k]!;
  return 1 / (1 + Math.exp(-sum));
}
