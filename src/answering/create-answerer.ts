import type { Knowledge, Lang, Section } from '../knowledge/knowledge.ts';
import { type AgencyNames, createAgencyNames } from '../language/agency-names.ts';
import type { Finding, Hit, Retriever } from '../retrieval/retriever.ts';
import type { Answer, FindAnswer } from './answer.ts';
import { type FittedHit, fitHits } from './best-hit.ts';
import { chooseSentences, leadSentences, nearestSentence } from './choose-sentences.ts';
import { decisionFeatures, type Features } from './decision-features.ts';
import { chanceOfAnswer } from './decision-model.ts';
import { nameTheActor } from './name-the-actor.ts';
import { questionParts } from './question-parts.ts';

/** From this chance on the page is taken to answer the question. */
const ANSWERS = 0.22;
/** Share of the question's words, or nearness in meaning, from which on the page touches its subject. */
const TOUCHES = { coverage: 0.35, similarity: 0.5 };
/** Weight of a word that tells something, and share of it that the section must have. */
const TELLING = 0.5;
/** Sections whose scores differ by less are about equally likely to be meant by a bare word. */
const EQUALLY_LIKELY = 0.19;
/** What a heading adds to a sentence's coverage where it says the word itself. */
const HEADED = 0.5;
/** How much likelier a part of a message must be answered than the whole, to be taken for the question. */
const CLEARER = 0.1;
const LOOKED_AT = 6;
const RELATED_AT_MOST = 3;

/**
 * Finds what the pages say to a question: their words if they answer it, which sections to choose from if it is
 * unclear what is meant, the nearest sentence if they only touch the subject, else nothing.
 */
export function createAnswerer(knowledge: Knowledge, retriever: Retriever): FindAnswer {
  const names = createAgencyNames(knowledge.agency);
  const look = (question: string, lang: Lang, section: string | null, whole: boolean): Reading | null => {
    const finding = retriever.find(question, { lang, limit: LOOKED_AT, whole });
    const { kind, fitted } = fitHits(finding, section);
    const [best, next] = fitted;
    if (!best || asksNothing(finding)) return null;
    const features = decisionFeatures(finding, best, kind, next?.hit);
    return { finding, fitted, features, chance: chanceOfAnswer(features, finding.query) };
  };
  return (question, { lang, section, whole = false }) => {
    const [message = question, ...parts] = questionParts(question);
    const reading = clearest(
      look(message, lang, section, whole),
      parts.map((part) => look(part, lang, section, false)),
    );
    if (!reading) return { status: 'unanswered', related: [], confidence: 0.9 };
    return reading.chance >= ANSWERS ? answered(reading, names) : missed(reading);
  };
}

/** A message, or a part of it, looked up. */
interface Reading {
  readonly finding: Finding;
  /** At least one. */
  readonly fitted: readonly FittedHit[];
  readonly features: Features;
  readonly chance: number;
}

/** The whole message, unless a part of it is clearly better answered. */
function clearest(message: Reading | null, parts: readonly (Reading | null)[]): Reading | null {
  return parts.reduce((best, part) => (part && (!best || part.chance > best.chance + CLEARER) ? part : best), message);
}

function answered({ finding: { query }, fitted, features, chance }: Reading, names: AgencyNames): Answer {
  const best = fitted[0]!;
  if (features.bare === 1 && !isHeaded(best)) {
    const alike = fitted.filter(({ hit }) => isAlike(hit, best.hit));
    if (alike.length > 1) {
      return { status: 'clarify', sections: sectionsOf(alike).slice(0, RELATED_AT_MOST), confidence: chance };
    }
  }
  const { section } = best.hit;
  const sentences =
    query.general === 1 ? leadSentences(section) : nameTheActor(chooseSentences(best), section, names, query.tokens);
  return {
    status: 'answered',
    passages: [{ section, sentences }],
    related: sectionsOf(fitted.slice(1)).slice(0, RELATED_AT_MOST),
    confidence: chance,
  };
}

/** Grammar alone, or words in no script that is read. */
function asksNothing({ query: { concepts, general } }: Finding): boolean {
  return concepts.length === 0 && general === 0;
}

/** Whether the section's heading names what was asked. */
function isHeaded({ hit: { sentences } }: FittedHit): boolean {
  return sentences.some(({ coverage, ownCoverage }) => coverage - ownCoverage >= HEADED);
}

function isAlike(hit: Hit, best: Hit): boolean {
  return best.score - hit.score < EQUALLY_LIKELY && hit.coverage >= best.coverage - 0.1;
}

function missed({ finding: { query }, fitted, chance }: Reading): Answer {
  const best = fitted[0]!;
  const { section, coverage, similarity, matched } = best.hit;
  // "People" and "work" stand in any text: by words a subject is touched where one of them tells something.
  const tells = query.concepts.some(({ weight }, at) => weight >= TELLING && matched[at]! >= TELLING);
  const touches =
    (tells && coverage >= TOUCHES.coverage) || (query.concepts.length > 0 && similarity >= TOUCHES.similarity);
  const confidence = 1 - chance;
  if (!touches) return { status: 'unanswered', related: sectionsOf(fitted).slice(0, RELATED_AT_MOST), confidence };
  const related = sectionsOf(fitted.slice(1)).slice(0, RELATED_AT_MOST);
  return { status: 'near-miss', nearest: { section, sentences: nearestSentence(best) }, related, confidence };
}

function sectionsOf(fitted: readonly FittedHit[]): Section[] {
  return fitted.map(({ hit }) => hit.section);
}
