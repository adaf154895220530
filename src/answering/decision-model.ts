import { type Features, featureNames } from './decision-features.ts';

/** A logistic model: the chance that the best sentences answer the question. */
export interface DecisionModel {
  readonly bias: number;
  readonly weights: Readonly<Record<keyof Features, number>>;
}

/** Fitted by `npm run fit:answering` on evaluation/answering (invented agencies) and not by hand. */
export const decisionModel: DecisionModel = {
  bias: -2.2,
  weights: {
    sentenceCoverage: 2.2,
    sectionCoverage: 1.2,
    similarity: 2,
    ownSimilarity: 1,
    missing: -1.2,
    nowhere: -1.5,
    missingSpecific: -0.8,
    kindMissing: -1.5,
    kindHeld: 0.4,
    personal: -0.8,
    bare: 1,
    general: 3,
  },
};

/** Chance, 0 to 1, that the page answers the question. */
export function chanceOfAnswer(features: Features, { bias, weights }: DecisionModel = decisionModel): number {
  const sum = featureNames.reduce((total, name) => total + weights[name] * features[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
