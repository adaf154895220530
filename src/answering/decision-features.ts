import type { Finding, Hit } from '../retrieval/retriever.ts';
import { holdsKind } from './holds-kind.ts';
import { questionKind } from './question-kind.ts';

/** What speaks for and against the page answering a question; all between -1 and 1 and independent of the folder's size. */
export interface Features {
  /** Share of the question's word weight in the best sentence under its heading. */
  readonly sentenceCoverage: number;
  /** Share in the best section. */
  readonly sectionCoverage: number;
  /** Cosine of the question and the best section's best view. */
  readonly similarity: number;
  /** Cosine of the question and the best sentence alone. */
  readonly ownSimilarity: number;
  /** Weight of the most telling word that the best section lacks. */
  readonly missing: number;
  /** The same for words that stand nowhere in the folder, in no form or synonym. */
  readonly nowhere: number;
  /** A name, number or rare word is missing. */
  readonly missingSpecific: number;
  /** The question asks for a number, date, place ... and the best sentences hold none. */
  readonly kindMissing: number;
  /** They hold one. */
  readonly kindHeld: number;
  /** The question asks what to do oneself. */
  readonly personal: number;
  /** One or two words without a sentence around them. */
  readonly bare: number;
  /** How far the question asks for the whole. */
  readonly general: number;
}

export const featureNames = [
  'sentenceCoverage',
  'sectionCoverage',
  'similarity',
  'ownSimilarity',
  'missing',
  'nowhere',
  'missingSpecific',
  'kindMissing',
  'kindHeld',
  'personal',
  'bare',
  'general',
] as const satisfies readonly (keyof Features)[];

/** The evidence on the best hit. */
export function decisionFeatures({ query }: Finding, hit: Hit): Features {
  const { sentences, section, sentenceScores, matched } = hit;
  const kind = questionKind(query.tokens);
  const bestScore = Math.max(...sentenceScores, 0);
  const nearBest = section.sentences.filter(({ index }) => sentenceScores[index]! >= 0.7 * bestScore);
  const held = holdsKind(nearBest.map(({ text }) => text).join('\n'), kind);
  const lacks = query.concepts.map(({ weight }, at) => weight * (1 - matched[at]!));
  const isPersonal = query.tokens.some((token) => /^(?:i|im|my|me|mine|mi|mis|yo|puedo|tengo|debo)$/.test(token));
  return {
    sentenceCoverage: Math.max(0, ...sentences.map(({ coverage }) => coverage)),
    sectionCoverage: hit.coverage,
    similarity: Math.max(0, hit.similarity),
    ownSimilarity: Math.max(0, ...sentences.map(({ ownSimilarity }) => ownSimilarity)),
    missing: Math.max(0, ...lacks),
    nowhere: Math.max(0, ...query.concepts.map(({ weight, alternatives }) => (alternatives.length === 0 ? weight : 0))),
    missingSpecific: query.concepts.some(({ specific }, at) => specific && matched[at]! < 0.5) ? 1 : 0,
    kindMissing: held === false ? 1 : 0,
    kindHeld: held === true ? 1 : 0,
    personal: isPersonal ? 1 : 0,
    bare:
      query.concepts.length > 0 && query.concepts.length === query.tokens.length && query.tokens.length <= 2 ? 1 : 0,
    general: query.general,
  };
}
