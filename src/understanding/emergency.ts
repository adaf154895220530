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
  const message = clauses.flat();
  const over = isOver(tokensOf(message));
  for (const words of [...clauses, message]) {
    const tokens = tokensOf(words);
    if (isSuicidal(tokens)) return { danger: 'suicide', span: spanOf(words) };
  }
  for (const words of clauses) if (isDanger(tokensOf(words), over)) return { danger: 'danger', span: spanOf(words) };
  if (clauses.length > 1 && !clauses.some(isDenial) && isDanger(tokensOf(message), over)) {
    return { danger: 'danger', span: spanOf(message) };
  }
  return null;
}

/** Whether the words say that there is no danger. */
export function isDenial(words: readonly Word[]): boolean {
  const { negatedDanger, negatedSuicide } = rules();
  const tokens = tokensOf(words);
  return negatedDanger.matches(tokens) || negatedSuicide.matches(tokens);
}

/** Whether danger is only asked about: a question in general, with nobody of the visitor's own in it. */
export function isGeneralQuestion(tokens: readonly string[]): boolean {
  const { encyclopaedic, firstPerson } = rules();
  return encyclopaedic.matches(tokens) && !firstPerson.matches(tokens);
}

/** Whether the message tells of the past and of nothing that goes on. */
export function isOver(tokens: readonly string[]): boolean {
  const { ended, present } = rules();
  return ended.matches(tokens) && !present.matches(tokens);
}

function isSuicidal(tokens: readonly string[]): boolean {
  const { suicide, negatedSuicide } = rules();
  return suicide.matches(tokens) && !negatedSuicide.matches(tokens) && !isGeneralQuestion(tokens);
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
