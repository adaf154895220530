import type { Lang, Section } from '../knowledge/knowledge.ts';
import type { Query } from './query.ts';

/** What speaks for one sentence, its heading read along. */
export interface SentenceEvidence {
  /** Share of the question's word weight that the sentence and its heading match, 0 to 1. */
  readonly coverage: number;
  /** The same without the heading. */
  readonly ownCoverage: number;
  /** Cosine of question and sentence with heading, -1 to 1; 0 without vectors. */
  readonly similarity: number;
  /** Cosine of question and sentence alone. */
  readonly ownSimilarity: number;
}

/** A section found, with the evidence the answering decides on. */
export interface Hit {
  readonly section: Section;
  /** Fused score, 0 to 1 within one corpus; higher is better. */
  readonly score: number;
  /** Share of the query's word weight (rarity in English) that the section's words, synonyms included, match: 0 to 1. */
  readonly coverage: number;
  /** Cosine of query and the section's best view (whole section or one sentence), -1 to 1; 0 without vectors. */
  readonly similarity: number;
  /** How well each sentence fits, by sentence index: 0 to 1. */
  readonly sentenceScores: readonly number[];
  /** Evidence of each sentence, by sentence index. */
  readonly sentences: readonly SentenceEvidence[];
  /** By concept of the query: how well the section matches it, 0 to 1. */
  readonly matched: readonly number[];
  /** The page is in another language than the question: the words were found by way of the glossary. */
  readonly translated: boolean;
}

/** What a search found, with the question as it was read. */
export interface Finding {
  readonly query: Query;
  readonly hits: readonly Hit[];
}

export interface SearchOptions {
  readonly lang: Lang;
  readonly limit: number;
  /** The question is for the whole (a page's beginning), though its words may not show it. */
  readonly whole?: boolean;
}

/** Ranks sections for a question. Ties keep page order. Built once for a folder, streams queries in microseconds. */
export interface Retriever {
  search(question: string, options: SearchOptions): readonly Hit[];
  /** Like `search`, with the question as read. */
  find(question: string, options: SearchOptions): Finding;
}
