import type { AgencyNames } from '../language/agency-names.ts';
import { detectLanguage } from '../language/detect-language.ts';
import { weightedVector } from '../language/sentence-vector.ts';
import { extractFeatures, type FeatureOptions, type Features } from './features.ts';
import { rules } from './rules.ts';
import type { TranslateWords } from './translate-words.ts';

/** Turns tokens (politeness already taken off) into the classifier's features. */
export type EncodeMessage = (tokens: readonly string[]) => Features;

/** Rules whose matches help to tell a question from a report, a story from a danger. */
const marking = [
  'danger',
  'suicide',
  'negatedDanger',
  'ended',
  'present',
  'encyclopaedic',
  'firstPerson',
  'injection',
  'figurative',
  'wish',
  'accusation',
  'malice',
] as const;

/**
 * The language is told from the folded tokens, so that accents left out change nothing. Spanish words are translated for
 * the sentence vector and as words beside the original ones.
 */
export function makeEncodeMessage(
  translate: TranslateWords,
  names: Pick<AgencyNames, 'fold'>,
  options: FeatureOptions,
): EncodeMessage {
  return (tokens) => {
    const written = withoutDocuments(tokens).map(withoutNumbers);
    const spanish = detectLanguage(written.join(' '), null).lang === 'es';
    const words = names.fold(written);
    const weighted = spanish ? translate(words) : words.map((word) => [word, 1] as const);
    const matchers = rules();
    return extractFeatures(
      {
        words,
        translated: spanish ? weighted.filter(([, weight]) => weight === 1).map(([word]) => word) : [],
        marks: marking.filter((name) => matchers[name].matches(written)),
        vector: weightedVector(weighted),
      },
      options,
    );
  };
}

/** Case numbers, dates and phone numbers tell that there is a number, not which. */
function withoutNumbers(token: string): string {
  return /\d{4,}/.test(token) ? '0000' : token;
}

/** A weather report is reported to nobody. */
function withoutDocuments(tokens: readonly string[]): readonly string[] {
  const found = rules().document.find(tokens);
  if (found === null) return tokens;
  return tokens.map((token, i) =>
    i >= found.start && i < found.end && /^(?:report|inform)/.test(token) ? 'bulletin' : token,
  );
}
