import { hash, randomUUID } from 'node:crypto';
import type { FindAnswer } from './answering/answer.ts';
import { cleanText } from './language/clean-text.ts';
import { tokenize } from './language/tokenize.ts';
import type { Intent, Understand, Understanding } from './understanding/understanding.ts';

/** Results kept; the one not asked for longest goes first. A few hundred bytes each. */
const KEPT = 1000;

/**
 * What was found lately, by a digest of what was asked: many visitors ask the same, above all the questions that chips
 * and welcome cards offer, and reading and looking up are most of a turn's work. No words are kept: the digest is keyed
 * with a secret of this process, and what is kept is made of the agency's words and of positions.
 */
function createRecentResults<T>(): { get(asked: string): T | undefined; set(asked: string, result: T): void } {
  const secret = randomUUID();
  const results = new Map<string, T>();
  const digest = (asked: string) => hash('sha256', secret + asked, 'base64');
  return {
    get: (asked) => {
      const key = digest(asked);
      const known = results.get(key);
      if (known === undefined) return undefined;
      results.delete(key);
      results.set(key, known);
      return known;
    },
    set: (asked, result) => {
      results.set(digest(asked), result);
      if (results.size > KEPT) results.delete(results.keys().next().value as string);
    },
  };
}

/** Intents of which nothing is kept, not even that somebody had them: who tells of a crime, is in danger or needs help. */
const untraced: ReadonlySet<Intent['kind']> = new Set(['emergency', 'report', 'referral']);
/** "I want to report a crime": words that everybody says, and that tell nothing of it. */
const wishWords: ReadonlySet<string> = new Set(
  (
    'i id want wanna need would like to report reporting a an the crime crimes something someone somebody tip tips how do can ' +
    'may where please make submit give hello hi quiero quisiera necesito puedo como donde denunciar reportar denuncia una un el ' +
    'delito delitos crimen algo alguien hacer dar hola por favor yo'
  ).split(' '),
);

/** A reading without the visitor's words: where in the cleaned text each intent stands. */
interface WordlessReading extends Omit<Understanding, 'text' | 'intents'> {
  readonly intents: readonly {
    readonly intent: Intent;
    readonly confidence: number;
    readonly at: number;
    readonly length: number;
  }[];
}

/** The same understanding, faster for what was asked lately; reports, emergencies and referrals are read anew each time. */
export function withRecentReadings(understand: Understand): Understand {
  const recent = createRecentResults<WordlessReading>();
  return (message, hint) => {
    const asked = `${hint.lang} ${message}`;
    const known = recent.get(asked);
    if (known !== undefined) return inWords(known, message);
    const reading = understand(message, hint);
    const wordless = withoutWords(reading);
    if (wordless !== null) recent.set(asked, wordless);
    return reading;
  };
}

/** Null where nothing may be kept, or where a span is not a piece of the text. */
function withoutWords({ text, intents, ...rest }: Understanding): WordlessReading | null {
  if (intents.some(({ intent }) => untraced.has(intent.kind)) && !isMereWish(text, intents)) return null;
  const placed = intents.map(({ intent, confidence, span }) => ({
    intent,
    confidence,
    at: text.indexOf(span),
    length: span.length,
  }));
  return placed.every(({ at }) => at >= 0) ? { ...rest, intents: placed } : null;
}

function isMereWish(text: string, intents: Understanding['intents']): boolean {
  return intents.every(({ intent }) => intent.kind === 'report') && tokenize(text).every((word) => wishWords.has(word));
}

function inWords({ intents, ...rest }: WordlessReading, message: string): Understanding {
  const { text } = cleanText(message);
  return {
    ...rest,
    text,
    intents: intents.map(({ intent, confidence, at, length }) => ({
      intent,
      confidence,
      span: text.slice(at, at + length),
    })),
  };
}

/** The same search for answers, faster for what was asked lately. An answer is made of the pages' words alone. */
export function withRecentAnswers(findAnswer: FindAnswer): FindAnswer {
  const recent = createRecentResults<ReturnType<FindAnswer>>();
  return (question, context) => {
    const asked = `${context.lang} ${context.section} ${context.whole === true} ${question}`;
    const known = recent.get(asked);
    if (known !== undefined) return known;
    const answer = findAnswer(question, context);
    recent.set(asked, answer);
    return answer;
  };
}
