import { tokensOf, type Word } from './clauses.ts';
import { rules } from './rules.ts';

/**
 * Takes greetings, thanks, "please", "can you tell me" and corrections ("no, I meant") off both ends.
 * What consists of them alone comes back empty: then politeness itself is the message.
 */
export function stripPoliteness(words: readonly Word[]): readonly Word[] {
  const { opening, closing } = rules();
  let rest = words;
  for (let found = opening.find(tokensOf(rest)); found !== null; found = opening.find(tokensOf(rest))) {
    rest = rest.slice(found.end);
  }
  for (let found = closing.find(tokensOf(rest)); found !== null; found = closing.find(tokensOf(rest))) {
    rest = rest.slice(0, found.start);
  }
  return rest;
}
