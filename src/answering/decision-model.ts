import { type Features, featureNames } from './decision-features.ts';

/** A logistic model: the chance that the best sentences answer the question. */
export interface DecisionModel {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Features, number>>;
}

/** Fitted by `npm run fit:answering` on the questions in evaluation/answering, not by hand. */
export const decisionModel: DecisionModel = {
  bias: -0.4,
  weights: {
    sentenceCoverage: 0.92,
    sectionCoverage: 0.43,
    similarity: 1.09,
    ownSimilarity: 0.96,
    missing: -0.81,
    nowhere: -0.32,
    firstMissing: -0.73,
    lastMissing: -0.92,
    kindMissing: -2.95,
    kindHeld: -0.27,
    moment: -0.87,
    personal: -0.69,
    bare: 0.7,
    general: 1.62,
    length: -1.07,
    margin: 0.95,
  },
};

/** Chance, 0 to 1, that the page answers the question. */
export function chanceOfAnswer(features: Features, { bias, weights }: DecisionModel = decisionModel): number {
  const sum = featureNames.reduce((total, name) => total + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
