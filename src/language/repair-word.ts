import type { Lang } from '../knowledge/knowledge.ts';
import { segmentWord } from './segment-word.ts';
import { isCourtesyWord, isStopWord } from './stop-words.ts';
import { fold } from './tokenize.ts';
import { wordRank } from './word-vectors.ts';

/** A word with stretched letters put right and missing spaces put in; any word that looks ordinary comes back as it is. */
export function repairWord(word: string): string {
  const calmed = /(\p{L})\1\1/iu.test(word) ? unstretch(word) : word;
  return calmed.length >= 7 ? segmentWord(calmed) : calmed;
}

/** `hellllp` is `help`, `soooo` is `so`: of the spellings with the long runs doubled or single, the most frequent. */
function unstretch(word: string): string {
  const doubled = word.replace(/(\p{L})\1{2,}/giu, '$1$1');
  const single = word.replace(/(\p{L})\1{2,}/giu, '$1');
  const bare = word.replace(/(\p{L})\1+/giu, '$1');
  const candidates = [single, doubled, bare];
  const ranked = candidates.map((candidate) => ({ candidate, rank: commonness(fold(candidate)) }));
  return ranked.reduce((best, next) => (next.rank < best.rank ? next : best)).candidate;
}

function commonness(word: string): number {
  const languages: readonly Lang[] = ['en', 'es'];
  if (languages.some((lang) => isStopWord(word, lang) || isCourtesyWord(word, lang))) return 0;
  return wordRank(word) ?? Number.POSITIVE_INFINITY;
}
