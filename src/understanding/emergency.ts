import { spanOf, tokensOf, type Word } from './clauses.ts';
import { rules } from './rules.ts';

/** Danger found by its words alone, before the classifier is asked. */
export interface FoundEmergency {
  readonly danger: 'danger' | 'suicide';
  readonly span: string;
}

/**
 * Looks for danger to life in each clause, then in the message as a whole. A match is taken back where the clause
 * denies it, where the message tells of the past and nothing of now, where danger is asked about in general, and for
 * manners of speaking; thoughts of suicide are taken back by a plain denial or a general question only.
 */
export function findEmergency(clauses: readonly (readonly Word[])[]): FoundEmergency | null {
  const { repairDanger } = rules();
  const parts = clauses.map((words) => ({ words, tokens: repairDanger(tokensOf(words)) }));
  const message = { words: clauses.flat(), tokens: parts.flatMap(({ tokens }) => tokens) };
  const over = isOver(message.tokens);
  for (const { words, tokens } of [...parts, message]) {
    if (isSuicidal(tokens)) return { danger: 'suicide', span: spanOf(words) };
  }
  for (const { words, tokens } of parts) if (isDanger(tokens, over)) return { danger: 'danger', span: spanOf(words) };
  if (parts.length > 1 && !clauses.some(isDenial) && isDanger(message.tokens, over)) {
    return { danger: 'danger', span: spanOf(message.words) };
  }
  return null;
}

/** Whether the words say that there is no danger. */
export function isDenial(words: readonly Word[]): boolean {
  const { negatedDanger, negatedSuicide } = rules();
  const tokens = tokensOf(words);
  return negatedDanger.matches(tokens) || negatedSuicide.matches(tokens);
}

/**
 * Whether danger is only asked about: a question about a case, a meaning or an institution, with nobody of the visitor's
 * own in it and nothing of this minute ("can someone help, they are shooting" is no question in general).
 */
export function isGeneralQuestion(tokens: readonly string[]): boolean {
  const { encyclopaedic, firstPerson, institutional, conditional, urgent } = rules();
  return (
    encyclopaedic.matches(tokens) &&
    !firstPerson.matches(tokens) &&
    (institutional.matches(tokens) || (conditional.matches(tokens) && !urgent.matches(tokens)))
  );
}

/** Whether the message tells of the past and of nothing that goes on ("I am safe now" does not go on). */
export function isOver(tokens: readonly string[]): boolean {
  const { ended, present, negatedDanger } = rules();
  return ended.matches(tokens) && (!present.matches(tokens) || negatedDanger.matches(tokens));
}

function isSuicidal(tokens: readonly string[]): boolean {
  const { suicide, negatedSuicide, institutional } = rules();
  const general = isGeneralQuestion(tokens) && institutional.matches(tokens);
  return suicide.matches(tokens) && !negatedSuicide.matches(tokens) && !general;
}

function isDanger(tokens: readonly string[], over: boolean): boolean {
  const { danger, negatedDanger, figurative } = rules();
  return (
    danger.matches(tokens) &&
    !over &&
    !negatedDanger.matches(tokens) &&
    !figurative.matches(tokens) &&
    !isGeneralQuestion(tokens)
  );
}
