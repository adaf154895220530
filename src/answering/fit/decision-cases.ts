import { DIMENSIONS } from '../../language/word-vectors.ts';
import { featureNames } from '../decision-features.ts';
import type { DecisionModel } from '../decision-model.ts';
import type { Evidence, LabelledQuestion } from './labelled-questions.ts';
import type { Case } from './logistic.ts';

/** What a weight may deviate from nothing, by block: there are few features, and many forms seen in a few questions each. */
const scales = { feature: 1, form: 0.16, meaning: 0.32 } as const;
/** Questions in which a word or pair of a form must stand to have a weight. */
const FEWEST_USES = 4;
const DECIMALS = 1_000;

/** The components of the decision: features, forms and meaning, in this order. */
export interface DecisionSpace {
  readonly size: number;
  caseOf(question: LabelledQuestion): Case;
  /** Fitted weights, the last the bias, as the model that ships. */
  modelOf(weights: Float64Array): DecisionModel;
}

export function decisionSpace(questions: readonly LabelledQuestion[]): DecisionSpace {
  const forms = frequentForms(questions);
  const placeOfForm = new Map(forms.map((gram, at) => [gram, featureNames.length + at]));
  const meaning = featureNames.length + forms.length;

  const components = ({ features, form, vector }: Evidence): (readonly [index: number, value: number])[] => [
    ...featureNames.map((name, at) => [at, scales.feature * features[name]] as const),
    ...[...form].flatMap((gram) => {
      const at = placeOfForm.get(gram);
      return at === undefined ? [] : [[at, scales.form] as const];
    }),
    ...(vector ? [...vector].map((value, k) => [meaning + k, scales.meaning * value] as const) : []),
  ];
  return {
    size: meaning + DIMENSIONS,
    caseOf({ evidence, label, found, section, weight }) {
      const given = evidence ? components(evidence).filter(([, value]) => value !== 0) : [];
      return {
        indices: given.map(([index]) => index),
        values: given.map(([, value]) => value),
        // What is found answers only where it is the section that does.
        y: label === 'answer' && found === section ? 1 : 0,
        weight,
      };
    },
    modelOf(weights) {
      const rounded = (at: number, scale: number): number => Math.round(weights[at]! * scale * DECIMALS) / DECIMALS;
      return {
        bias: rounded(weights.length - 1, 1),
        weights: Object.fromEntries(
          featureNames.map((name, at) => [name, rounded(at, scales.feature)]),
        ) as DecisionModel['weights'],
        form: Object.fromEntries(forms.map((gram) => [gram, rounded(placeOfForm.get(gram)!, scales.form)])),
        meaning: Array.from({ length: DIMENSIONS }, (_, k) => rounded(meaning + k, scales.meaning)),
      };
    },
  };
}

function frequentForms(questions: readonly LabelledQuestion[]): string[] {
  const uses = new Map<string, number>();
  for (const { evidence } of questions)
    for (const gram of evidence?.form ?? []) uses.set(gram, (uses.get(gram) ?? 0) + 1);
  return [...uses].flatMap(([gram, count]) => (count >= FEWEST_USES ? [gram] : [])).sort();
}
