import { detectLanguage } from '../language/detect-language.ts';
import { weightedVector } from '../language/sentence-vector.ts';
import { extractFeatures, type FeatureOptions, type Features } from './features.ts';
import type { TranslateWords } from './translate-words.ts';

/** Turns tokens (politeness already taken off) into the classifier's features. */
export type EncodeMessage = (tokens: readonly string[]) => Features;

/**
 * The language is told from the folded tokens, so that accents left out change nothing. Spanish words are translated for
 * the sentence vector only; the n-grams see the words as they stand.
 */
export function makeEncodeMessage(translate: TranslateWords, options: FeatureOptions): EncodeMessage {
  return (tokens) => {
    const words = tokens.map(withoutNumbers);
    const spanish = detectLanguage(words.join(' '), null).lang === 'es';
    const vector = weightedVector(spanish ? translate(words) : words.map((word) => [word, 1] as const));
    return extractFeatures(words, vector, options);
  };
}

/** Case numbers, dates and phone numbers tell that there is a number, not which. */
function withoutNumbers(token: string): string {
  return /\d{4,}/.test(token) ? '0000' : token;
}
