import type { Query } from './query.ts';
import type { SectionIndex } from './section-index.ts';

/**
 * MiniSearch multiplies a score by the number of query terms that matched, which lets many common words beat one
 * telling word: the number is taken out and put back at this power (.3 measured best).
 */
const MATCHED_CONCEPTS_POWER = 0.3;

/**
 * BM25 scores by section order, scaled to the best (1). Each way to say a concept is one term, boosted by its weight
 * and, where the folder is small and its own word statistics mean little, by the concept's rarity in English.
 */
export function lexicalScores(query: Query, { search, terms }: SectionIndex): Map<number, number> {
  const boosts = new Map<string, number>();
  const conceptOf = new Map<string, number>();
  query.concepts.forEach(({ alternatives, weight }, concept) => {
    for (const alternative of alternatives) {
      for (const stem of alternative.terms) {
        const target = (alternative.weight * weight) / alternative.terms.length;
        const boost = target / Math.max(terms.rarity(stem), 0.05);
        if (boost > (boosts.get(stem) ?? 0)) {
          boosts.set(stem, boost);
          conceptOf.set(stem, concept);
        }
      }
    }
  });
  if (boosts.size === 0) return new Map();
  const results = search.search([...boosts.keys()].join(' '), { boostTerm: (stem) => boosts.get(stem) ?? 1 });
  const scores = new Map<number, number>();
  let best = 0;
  for (const { id, score, queryTerms } of results) {
    const concepts = new Set(queryTerms.map((stem) => conceptOf.get(stem)));
    const corrected = (score / queryTerms.length) * concepts.size ** MATCHED_CONCEPTS_POWER;
    scores.set(id, corrected);
    if (corrected > best) best = corrected;
  }
  for (const [id, score] of scores) scores.set(id, score / best);
  return scores;
}
