import type { Section, Sentence } from '../knowledge/knowledge.ts';
import type { FittedHit } from './best-hit.ts';

/** Sentences of an answer. */
export const SENTENCES_AT_MOST = 3;
/** A further sentence must come this near to the best one. */
const NEAR_BEST = 0.82;
const LEAD_SENTENCES = 2;

/** A sentence that leans on the one before it. */
const leaning =
  /^(?:this|these|those|such|it|its|they|their|he|she|several|additionally|also|both|moreover|furthermore|in addition|as a result|esto|esta|estos|estas|además|también)\b/i;

/** The one to three sentences of a section that answer best, in the page's order. */
export function chooseSentences({ hit: { section }, fit }: FittedHit): Sentence[] {
  const top = section.sentences[fit.best];
  if (!top) return [];
  const near = section.sentences
    .filter(({ index }) => fit.scores[index]! >= NEAR_BEST * fit.scores[fit.best]!)
    .sort((a, b) => fit.scores[b.index]! - fit.scores[a.index]! || a.index - b.index)
    .slice(0, SENTENCES_AT_MOST);
  const chosen = new Set(near.map(({ index }) => index));
  if (chosen.size < SENTENCES_AT_MOST && leansBack(section, top)) chosen.add(top.index - 1);
  return section.sentences.filter(({ index }) => chosen.has(index));
}

/** The sentence that says most of what was asked: what a near miss shows. */
export function nearestSentence({ hit: { section, sentenceScores } }: FittedHit): Sentence[] {
  const at = sentenceScores.indexOf(Math.max(...sentenceScores));
  return section.sentences.slice(at, at + 1);
}

/** How a section begins: the answer to a question for the whole. */
export function leadSentences(section: Section): Sentence[] {
  return section.sentences.slice(0, LEAD_SENTENCES);
}

function leansBack(section: Section, { index, text, paragraph }: Sentence): boolean {
  const before = section.sentences[index - 1];
  return before !== undefined && before.paragraph === paragraph && leaning.test(text);
}
