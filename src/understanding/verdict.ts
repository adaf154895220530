import type { Classify } from './classifier.ts';
import { familyOf, type IntentFamily, parseIntent } from './intent.ts';
import type { Intent } from './understanding.ts';

/** What the classifier says of some words. */
export interface Verdict {
  /** The likeliest intent of the likeliest family. */
  readonly intent: Intent;
  readonly family: IntentFamily;
  /** Probability of the family: several similar intents do not take it from each other. */
  readonly confidence: number;
  readonly families: ReadonlyMap<IntentFamily, number>;
  /** The likeliest intent of each family. */
  readonly byFamily: ReadonlyMap<IntentFamily, Intent>;
}

export type Judge = (tokens: readonly string[]) => Verdict;

/** Sums the labels' probabilities by family, then picks the likeliest intent inside the likeliest family. */
export function makeJudge(classify: Classify, labels: readonly string[]): Judge {
  const intents = labels.map((label) => parseIntent(label) ?? ({ kind: 'question' } as const));
  const familyOfLabel = intents.map(familyOf);
  return (tokens) => {
    const probabilities = classify(tokens);
    const families = new Map<IntentFamily, number>();
    const best = new Map<IntentFamily, number>();
    for (let c = 0; c < intents.length; c++) {
      const family = familyOfLabel[c]!;
      families.set(family, (families.get(family) ?? 0) + probabilities[c]!);
      const known = best.get(family);
      if (known === undefined || probabilities[c]! > probabilities[known]!) best.set(family, c);
    }
    const byFamily = new Map([...best].map(([family, c]) => [family, intents[c]!] as const));
    let family: IntentFamily = 'question';
    let confidence = -1;
    for (const [candidate, probability] of families) {
      if (probability > confidence) [family, confidence] = [candidate, probability];
    }
    return { intent: byFamily.get(family) ?? { kind: 'question' }, family, confidence, families, byFamily };
  };
}
