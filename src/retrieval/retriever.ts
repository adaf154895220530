import type { Lang, Section } from '../knowledge/knowledge.ts';

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
}

/** Ranks sections for a question. Ties keep page order. Built once for a folder, streams queries in microseconds. */
export interface Retriever {
  search(question: string, options: { readonly lang: Lang; readonly limit: number }): readonly Hit[];
}
