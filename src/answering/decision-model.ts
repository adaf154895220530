import { type Features, featureNames } from './decision-features.ts';
import weightsFile from './decision-model.json' with { type: 'json' };

/** A logistic model: the chance that the best sentences answer the question. */
export interface DecisionModel {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Features, number>>;
}

/** Fitted by `npm run fit:answering` on the questions in evaluation/answering, never by hand. */
export const decisionModel: DecisionModel = weightsFile;

/** Chance, 0 to 1, that the page answers the question. */
export function chanceOfAnswer(features: Features, { bias, weights }: DecisionModel = decisionModel): number {
  const sum = featureNames.reduce((total, name) => total + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
