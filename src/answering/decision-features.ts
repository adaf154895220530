import type { Finding, Hit } from '../retrieval/retriever.ts';
import type { FittedHit } from './best-hit.ts';
import type { QuestionKind } from './question-kind.ts';

/** What speaks for and against the page answering a question; all from 0 to 1 and independent of the folder's size. */
export interface Features {
  /** Share of the question's word weight in the best-covered sentence under its heading. */
  readonly sentenceCoverage: number;
  /** Share in the whole section. */
  readonly sectionCoverage: number;
  /** The section has next to none of the question's words. */
  readonly uncovered: number;
  /** None of the question's words is met, nor a synonym: at most a kindred word ("helicopter" and "mission"). */
  readonly unmet: number;
  /** Cosine of the question and the section's best view. */
  readonly similarity: number;
  /** Cosine of the question and the best sentence alone. */
  readonly ownSimilarity: number;
  /** Weight of the most telling word that the section lacks. */
  readonly missing: number;
  /** The same for words that stand nowhere in the folder, in no form, synonym or kindred word. */
  readonly nowhere: number;
  /** Weight of the question's first word of content where the section lacks it: mostly what is asked for ("the fine for ..."). */
  readonly firstMissing: number;
  /** The same of its last. */
  readonly lastMissing: number;
  /** The question asks for a number, date, place ... and the best sentence holds none. */
  readonly kindMissing: number;
  /** The same for what a sentence either holds or not: a price, a number to call, a name, a measure, a year. */
  readonly plainlyMissing: number;
  /** It holds one. */
  readonly kindHeld: number;
  /** The question asks for a moment ("last year", "today"): pages seldom tell. */
  readonly moment: number;
  /** It asks how something is done: pages tell that it is. */
  readonly asksHow: number;
  /** It asks for names, kinds or examples: pages tell of some, not which. */
  readonly asksWhich: number;
  /** It is about the visitor. */
  readonly personal: number;
  /** One or two words without a sentence around them. */
  readonly bare: number;
  /** How far the question asks for the whole. */
  readonly general: number;
  /** Words of content, up to six. */
  readonly length: number;
  /** Lead over the second section, up to .8. */
  readonly margin: number;
  /** The section's score. */
  readonly score: number;
  /** Words of content that the section lacks, up to six. */
  readonly lacking: number;
  /** All words, up to twelve: who asks at length says more than the subject. */
  readonly words: number;
  /** A page in another language than the question: fewer of its words are met, right or wrong. */
  readonly translated: number;
}

export const featureNames = [
  'sentenceCoverage',
  'sectionCoverage',
  'uncovered',
  'unmet',
  'similarity',
  'ownSimilarity',
  'missing',
  'nowhere',
  'firstMissing',
  'lastMissing',
  'kindMissing',
  'plainlyMissing',
  'kindHeld',
  'moment',
  'asksHow',
  'asksWhich',
  'personal',
  'bare',
  'general',
  'length',
  'margin',
  'score',
  'lacking',
  'words',
  'translated',
] as const satisfies readonly (keyof Features)[];

/** Share of the question's words below which a section says nothing of it by words. */
const BARELY_COVERED = 0.3;
/** Share from which on a word counts as met: what a kindred word gives stays below. */
const MET = 0.5;
const MOST_WORDS = 6;
const MOST_MARGIN = 0.8;
const MOST_TOKENS = 12;
const plain: ReadonlySet<QuestionKind> = new Set([
  'contact',
  'count',
  'money',
  'which',
  'measure',
  'person',
  'since',
  'most',
  'penalty',
]);
const how = /\bhow (?:do|does|did|can|is|are|was|would|will)\b|^(?:y |and )?como\b/;
const which =
  /\b(?:which|cuales?|names? of|nombres? de|called|llaman?|list|lista|examples? of|ejemplos?|(?:what|que) (?:kinds?|types?|sorts?|tipos?|clases?))\b/;
const moment =
  /\b(?:(?:last|this|next) (?:year|month|week|time|summer|winter|weekend)|today|tomorrow|yesterday|tonight|recently|currently|right now|nowadays|each year|per year|a year|so far|chang(?:ed|es|ing) (?:since|over|lately)|(?:in|since) (?:19|20)\d\d|hoy|ayer|manana|ano pasado|este ano|al ano)\b/;

/** The evidence on a hit, `next` being the section after it. */
export function decisionFeatures(
  { query }: Finding,
  { hit, fit }: FittedHit,
  kind: QuestionKind,
  next: Hit | undefined,
): Features {
  const { sentences, matched } = hit;
  const { concepts, tokens } = query;
  const lacks = concepts.map(({ weight }, at) => weight * (1 - matched[at]!));
  return {
    sentenceCoverage: Math.max(0, ...sentences.map(({ coverage }) => coverage)),
    sectionCoverage: hit.coverage,
    uncovered: concepts.length > 0 && hit.coverage < BARELY_COVERED ? 1 : 0,
    unmet: concepts.length > 0 && matched.every((share) => share < MET) ? 1 : 0,
    similarity: Math.max(0, hit.similarity),
    ownSimilarity: Math.max(0, ...sentences.map(({ ownSimilarity }) => ownSimilarity)),
    missing: Math.max(0, ...lacks),
    nowhere: Math.max(0, ...concepts.map(({ weight, alternatives }) => weight * (1 - (alternatives[0]?.weight ?? 0)))),
    firstMissing: lacks[0] ?? 0,
    lastMissing: lacks.at(-1) ?? 0,
    kindMissing: fit.held === false ? 1 : 0,
    plainlyMissing: fit.held === false && plain.has(kind) ? 1 : 0,
    kindHeld: fit.held === true ? 1 : 0,
    moment: moment.test(tokens.join(' ')) ? 1 : 0,
    asksHow: how.test(tokens.join(' ')) ? 1 : 0,
    asksWhich: which.test(tokens.join(' ')) ? 1 : 0,
    personal: tokens.some((token) => /^(?:i|im|ive|my|me|mine|mi|mis|yo|puedo|tengo|debo)$/.test(token)) ? 1 : 0,
    bare: concepts.length > 0 && tokens.length <= 2 && concepts.length === tokens.length ? 1 : 0,
    general: query.general,
    length: Math.min(concepts.length, MOST_WORDS) / MOST_WORDS,
    margin: next ? Math.min(hit.score - next.score, MOST_MARGIN) : MOST_MARGIN,
    score: hit.score,
    lacking: Math.min(matched.filter((share) => share < BARELY_COVERED).length, MOST_WORDS) / MOST_WORDS,
    words: Math.min(tokens.length, MOST_TOKENS) / MOST_TOKENS,
    translated: hit.translated ? 1 : 0,
  };
}
