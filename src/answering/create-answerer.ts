import type { Knowledge, Section } from '../knowledge/knowledge.ts';
import type { Finding, Hit, Retriever } from '../retrieval/retriever.ts';
import type { Answer, FindAnswer } from './answer.ts';
import { chooseSentences, leadSentences, nearestSentence } from './choose-sentences.ts';
import { decisionFeatures, type Features } from './decision-features.ts';
import { chanceOfAnswer } from './decision-model.ts';

/** From this chance on the page is taken to answer the question. */
const ANSWERS = 0.5;
/** Share of the question's words, or nearness in meaning, from which on the page touches its subject. */
const TOUCHES = { coverage: 0.45, similarity: 0.55 };
/** Sections whose scores differ by less are about equally likely. */
const EQUALLY_LIKELY = 0.06;
const LOOKED_AT = 6;
const RELATED_AT_MOST = 3;
/** What an elaboration ("and for children?") adds to the section just answered from. */
const CONTEXT_BONUS = 0.15;

/**
 * Finds what the pages say to a question: their words if they answer it, which sections to choose from if it is
 * unclear what is meant, the nearest sentence if they only touch the subject, else nothing.
 */
export function createAnswerer(_knowledge: Knowledge, retriever: Retriever): FindAnswer {
  return (question, { lang, section }) => {
    const finding = retriever.find(question, { lang, limit: LOOKED_AT });
    const hits = section !== null && isElaboration(finding) ? withContext(finding.hits, section) : finding.hits;
    const best = hits[0];
    if (!best || best.section.sentences.length === 0) return { status: 'unanswered', related: [], confidence: 0.9 };
    const features = decisionFeatures(finding, best);
    const chance = chanceOfAnswer(features);
    const related = hits.slice(1, 1 + RELATED_AT_MOST).map((hit) => hit.section);
    return decide(finding, hits, features, chance, related);
  };
}

function decide(
  finding: Finding,
  hits: readonly Hit[],
  features: Features,
  chance: number,
  related: readonly Section[],
): Answer {
  const best = hits[0]!;
  const { query } = finding;
  if (chance >= ANSWERS) {
    const rivals = hits.filter((hit) => best.score - hit.score < EQUALLY_LIKELY && hit.coverage >= best.coverage - 0.1);
    if (features.bare === 1 && rivals.length > 1) {
      return {
        status: 'clarify',
        sections: rivals.slice(0, RELATED_AT_MOST).map((hit) => hit.section),
        confidence: chance,
      };
    }
    const sentences = query.general === 1 ? leadSentences(best.section) : chooseSentences(best);
    return { status: 'answered', passages: [{ section: best.section, sentences }], related, confidence: chance };
  }
  const touches = best.coverage >= TOUCHES.coverage || best.similarity >= TOUCHES.similarity;
  if (!touches || query.concepts.length === 0)
    return {
      status: 'unanswered',
      related: [best.section, ...related].slice(0, RELATED_AT_MOST),
      confidence: 1 - chance,
    };
  return {
    status: 'near-miss',
    nearest: { section: best.section, sentences: nearestSentence(best) },
    related,
    confidence: 1 - chance,
  };
}

function isElaboration({ query: { tokens, concepts } }: Finding): boolean {
  const [first = ''] = tokens;
  const leansBack = tokens.some((token) =>
    /^(?:it|its|they|them|that|this|those|these|there|eso|esto|ellos|ellas|ese|esa)$/.test(token),
  );
  return concepts.length <= 3 && (/^(?:and|but|what about|or|also|y|pero|o|tambien)$/.test(first) || leansBack);
}

function withContext(hits: readonly Hit[], section: string): Hit[] {
  const bonus = (hit: Hit): number => (hit.section.id === section ? CONTEXT_BONUS : 0);
  return [...hits].sort((a, b) => b.score + bonus(b) - (a.score + bonus(a)));
}
