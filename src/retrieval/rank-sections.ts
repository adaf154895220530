import type { Lang, Section } from '../knowledge/knowledge.ts';
import { similarity as cosineOf } from '../language/sentence-vector.ts';
import { DIMENSIONS } from '../language/word-vectors.ts';
import { stemmerOf } from './content-words.ts';
import { lexicalScores } from './lexical-scores.ts';
import { createMatcher, type SectionMatch } from './match-sentences.ts';
import type { Query } from './query.ts';
import type { Hit, SentenceEvidence } from './retriever.ts';
import type { IndexedSection, SectionIndex } from './section-index.ts';

/** What each signal adds to a section's score; the first four sum to 1 (measured: `npm run bench -- retrieval`). */
const weights = { lexical: 0.385, dense: 0.385, coverage: 0.155, pairs: 0.075, general: 0.45, ownLanguage: 0.15 };
/** Sections looked at closely: the best by words, and the best by meaning. */
const LEXICAL_CANDIDATES = 100;
const DENSE_CANDIDATES = 30;

/** Ranks the sections for a question: best first, ties in page order. */
export function rankSections(
  query: Query,
  index: SectionIndex,
  leads: ReadonlySet<Section>,
  { lang, limit }: { readonly lang: Lang; readonly limit: number },
): Hit[] {
  const lexical = lexicalScores(query, index);
  const wholes = wholeSimilarities(query.vector, index);
  const match = createMatcher(query, index.terms);
  const ranked: Candidate[] = [];
  for (const at of candidates(lexical, wholes)) {
    const indexed = index.sections[at]!;
    const found = match(indexed);
    const similarities = sentenceSimilarities(query.vector, indexed);
    const best = Math.max(0, ...similarities);
    const score =
      weights.lexical * (lexical.get(at) ?? 0) +
      weights.dense * best +
      weights.coverage * Math.max(0, ...found.coverage) +
      weights.pairs * found.pairs +
      weights.general * (leads.has(indexed.section) ? query.general : 0);
    if (score < 0.02) continue;
    const similarity = Math.max(best, wholes[at] ?? 0);
    ranked.push({ indexed, found, similarities, similarity, score: score + ownLanguageBonus(indexed, lang, index) });
  }
  ranked.sort((a, b) => b.score - a.score || a.indexed.section.order - b.indexed.section.order);
  return ranked.slice(0, limit).map((candidate) => toHit(candidate, query, lang));
}

interface Candidate {
  readonly indexed: IndexedSection;
  readonly found: SectionMatch;
  readonly similarities: readonly number[];
  readonly similarity: number;
  readonly score: number;
}

function toHit({ indexed, found, similarities, similarity, score }: Candidate, query: Query, asked: Lang): Hit {
  const sentences = indexed.ownVectors().map(
    (own, at): SentenceEvidence => ({
      coverage: found.coverage[at]!,
      ownCoverage: found.ownCoverage[at]!,
      similarity: similarities[at]!,
      ownSimilarity: cosine(query.vector, own),
    }),
  );
  return {
    section: indexed.section,
    score: Math.min(1, score),
    coverage: shareOf(found.matched, query),
    similarity,
    sentenceScores: sentences.map(sentenceScore),
    sentences,
    matched: [...found.matched],
    translated: stemmerOf(indexed.lang) !== asked,
  };
}

/** Cosine of the question with each sentence under its heading; of a long sentence's pieces the best. */
function sentenceSimilarities(vector: Float32Array | null, { section, windows }: IndexedSection): number[] {
  const similarities = new Array<number>(section.sentences.length).fill(0);
  for (const { sentence, vector: view } of windows) {
    similarities[sentence] = Math.max(similarities[sentence]!, cosine(vector, view));
  }
  return similarities;
}

/** How well a sentence fits by itself, with some of its heading's light. */
function sentenceScore(sentence: SentenceEvidence): number {
  const own = 0.5 * sentence.ownCoverage + 0.5 * Math.max(0, sentence.ownSimilarity);
  const headed = 0.5 * sentence.coverage + 0.5 * Math.max(0, sentence.similarity);
  return 0.7 * own + 0.3 * headed;
}

function shareOf(matched: Float32Array, { concepts }: Query): number {
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? concepts.reduce((sum, { weight }, at) => sum + weight * matched[at]!, 0) / total : 0;
}

/** Pages in the visitor's language come first where a folder has pages in several. */
function ownLanguageBonus({ lang }: IndexedSection, asked: Lang, index: SectionIndex): number {
  const isOwn = stemmerOf(lang) === asked;
  return isOwn && index.languages > 1 ? weights.ownLanguage : 0;
}

function wholeSimilarities(vector: Float32Array | null, { wholes, sections }: SectionIndex): Float32Array {
  const similarities = new Float32Array(sections.length);
  if (!vector) return similarities;
  for (let at = 0; at < sections.length; at++) {
    const start = at * DIMENSIONS;
    let dot = 0;
    for (let k = 0; k < DIMENSIONS; k++) dot += wholes[start + k]! * vector[k]!;
    similarities[at] = dot;
  }
  return similarities;
}

function candidates(lexical: ReadonlyMap<number, number>, wholes: Float32Array): ReadonlySet<number> {
  if (wholes.length <= LEXICAL_CANDIDATES) return new Set(wholes.keys());
  const byWords = [...lexical].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LEXICAL_CANDIDATES);
  const byMeaning = highest(wholes, DENSE_CANDIDATES);
  return new Set([...byWords.map(([at]) => at), ...byMeaning]);
}

/** Places of the highest values, without sorting them all: one pass keeps the best so far. */
function highest(values: Float32Array, count: number): number[] {
  const best: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < values.length; at++) {
    if (values[at]! <= least && best.length >= count) continue;
    best.push(at);
    if (best.length >= 2 * count) {
      best.sort((a, b) => values[b]! - values[a]! || a - b).length = count;
      least = values[best[count - 1]!]!;
    }
  }
  return best.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, count);
}

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  return a && b ? cosineOf(a, b) : 0;
}
