/**
 * Normalised discounted cumulated gain of a ranking (Järvelin and Kekäläinen 2002, gain = grade as in trec_eval):
 * 1 where the first `depth` hits are the best there are, in the best order; 0 where none is relevant.
 */
export function ndcg(ranking: readonly string[], relevant: Readonly<Record<string, number>>, depth = 10): number {
  const best = Object.values(relevant).sort((a, b) => b - a);
  const ideal = gain(best.slice(0, depth));
  return ideal === 0 ? 0 : gain(ranking.slice(0, depth).map((id) => relevant[id] ?? 0)) / ideal;
}

function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + grade / Math.log2(rank + 2), 0);
}
