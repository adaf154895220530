import { tokenize } from '../language/tokenize.ts';
import { rules } from './rules.ts';

/** A word of a message: as written, and as rules and classifier compare it. */
export interface Word {
  /** As written; empty where one written word holds several tokens (`drugs/guns`) and this is not the first. */
  readonly raw: string;
  readonly token: string;
}

/** The words of a cleaned text. Signs that are no word stay with the word before them. */
export function toWords(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const raw of text.split(/\s+/).filter(Boolean)) {
    const tokens = tokenize(raw);
    const last = words.at(-1);
    if (tokens.length === 0 && last !== undefined)
      words[words.length - 1] = { ...last, raw: `${last.raw} ${raw}`.trim() };
    else words.push(...tokens.map((token, i) => ({ raw: i === 0 ? raw : '', token })));
  }
  return words;
}

export const tokensOf = (words: readonly Word[]): string[] => words.map(({ token }) => token);

/** Words as they were written. */
export const spanOf = (words: readonly Word[]): string =>
  words
    .map(({ raw }) => raw)
    .filter(Boolean)
    .join(' ');

const abbreviation = /^(?:\p{L}\.)+$|^(?:mr|mrs|ms|dr|sr|sra|st|no|vs|etc|e\.g|i\.e|a\.m|p\.m)\.$/iu;
const sentenceEnd = /[.!?;…](?:["'”’)\]]*)(?:\s.*)?$/u;
const softEnd = /[,:](?:["'”’)\]]*)$|\s[-–—]+$/u;

/**
 * Splits a message into requests: at the ends of sentences, after a comma where a new clause begins, and before words
 * that begin a new request ("but", "and also", "I just want"). No part has fewer than two words, save a whole message.
 */
export function splitClauses(words: readonly Word[]): readonly (readonly Word[])[] {
  const tokens = tokensOf(words);
  const { connective, afterComma } = rules();
  const clauses: Word[][] = [];
  let current: Word[] = [];
  words.forEach((word, i) => {
    const previous = words[i - 1]?.raw ?? '';
    const following = tokens.slice(i, i + 4);
    const breaks =
      current.length > 0 &&
      ((sentenceEnd.test(previous) && !abbreviation.test(previous)) ||
        /^[¿¡]/u.test(word.raw) ||
        (softEnd.test(previous) && afterComma.matches(following)) ||
        (current.length >= 2 && connective.matches(following)));
    if (breaks) {
      clauses.push(current);
      current = [];
    }
    current.push(word);
  });
  if (current.length > 0) clauses.push(current);
  return clauses;
}
