import { stem } from '../language/stem.ts';
import { tokenize } from '../language/tokenize.ts';
import type { Query } from '../retrieval/query.ts';
import type { Hit } from '../retrieval/retriever.ts';
import { holdsKind, type KindContext } from './holds-kind.ts';
import type { QuestionKind } from './question-kind.ts';

/** What a sentence gains by holding the number, date, place ... asked for. */
const HELD_BONUS = 0.2;
/** A sentence goes on about what the one before it began ("It costs sixty crowns"). */
const INHERITED = 0.8;

/** How well each sentence of a section answers, the kind of the question taken into account. */
export interface SentenceFit {
  /** By sentence index, 0 to 1.2. */
  readonly scores: readonly number[];
  /** Index of the best sentence; -1 in a section without sentences. */
  readonly best: number;
  /** Whether the best sentence holds what the kind asks for; null where that cannot be checked. */
  readonly held: boolean | null;
}

export function fitSentences({ section, sentenceScores }: Hit, kind: QuestionKind, query: Query): SentenceFit {
  const context = kindContext(query, section.trail.join(' '));
  const held = section.sentences.map(({ text }) => holdsKind(text, kind, context));
  const scores = section.sentences.map(({ index, paragraph }) => {
    const own = sentenceScores[index]!;
    if (held[index] !== true) return own;
    const before = section.sentences[index - 1];
    const inherited = before?.paragraph === paragraph ? INHERITED * sentenceScores[index - 1]! : 0;
    return Math.max(own, inherited) + HELD_BONUS;
  });
  const best = scores.indexOf(Math.max(...scores));
  return { scores, best, held: held[best] ?? null };
}

function kindContext({ concepts, tokens }: Query, trail: string): KindContext {
  const countWord = tokens.findIndex((token) => /^(?:many|much|number|cuant[oa]s?|numero)$/.test(token));
  const counted = concepts.find(({ word }) => tokens.indexOf(word.split(' ')[0]!) > countWord);
  const stems = new Set(counted?.alternatives.filter(({ weight }) => weight >= 0.5).flatMap(({ terms }) => terms));
  const known = new Set([...tokens, ...tokenize(trail)]);
  return {
    isCounted: (word) => counted === undefined || tokenize(word).some((token) => stems.has(stem(token, 'en'))),
    isKnownName: (word) => known.has(word) || institutions.test(word),
  };
}

/** What agencies call themselves on their own pages. */
const institutions =
  /^(?:service|bureau|office|agency|department|patrol|authority|commission|administration|board|council|ice|us)$/;
