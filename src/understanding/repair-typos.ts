import { spanishWords } from '../language/language-words.ts';
import { wordRank } from '../language/word-vectors.ts';

/** Shorter words have too many neighbours one letter away. */
const SHORTEST = 4;
/** Beyond this rank the vocabulary of the vectors holds misspellings too. */
const COMMON = 40_000;

const spanish = new Set(spanishWords.split(/\s+/));

/** Puts misspelt words right that a list of words is known to need. */
export type RepairTypos = (tokens: readonly string[]) => string[];

/**
 * Replaces an unknown word by the list's word that is one insertion, deletion, substitution or swap of neighbours away
 * (Damerau's four, which make up four fifths of typing errors). Words of either language stay as they are.
 * Where several fit, the first of the list is taken. Candidates come from an index of the list with one letter deleted, so a look-up costs as many probes as the word has letters.
 */
export function makeRepairTypos(vocabulary: Iterable<string>): RepairTypos {
  const known = new Map([...vocabulary].map((word, rank) => [word, rank]));
  // Made when the first unknown word comes: a start need not wait for it.
  let index: ReadonlyMap<string, readonly string[]> | null = null;
  const repaired = (token: string): string => {
    if (token.length < SHORTEST || token.length > 20 || /\d/.test(token)) return token;
    if (known.has(token) || spanish.has(token) || (wordRank(token) ?? COMMON) < COMMON) return token;
    index ??= deletionIndex(known.keys());
    const near = new Set([token, ...deletions(token)].flatMap((shorter) => index?.get(shorter) ?? []));
    let best = token;
    for (const word of near) {
      if (isOneAway(token, word) && known.get(word)! < (known.get(best) ?? Number.POSITIVE_INFINITY)) best = word;
    }
    return best;
  };
  return (tokens) => tokens.map(repaired);
}

/** The words by every form with one letter less, and by themselves. */
function deletionIndex(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    for (const shorter of [word, ...deletions(word)]) {
      const list = index.get(shorter);
      if (list === undefined) index.set(shorter, [word]);
      else list.push(word);
    }
  }
  return index;
}

function deletions(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

function isOneAway(a: string, b: string): boolean {
  // A wrong first letter is rare, and the words it would make alike are many. In a word of four only a swap is sure.
  if (a[0] !== b[0]) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const swapped =
    a.slice(start, start + 2) === [b[start + 1], b[start]].join('') && a.slice(start + 2) === b.slice(start + 2);
  if (swapped) return true;
  if (Math.min(a.length, b.length) < SHORTEST + 1) return false;
  return (
    a.slice(start + 1) === b.slice(start + 1) ||
    a.slice(start + 1) === b.slice(start) ||
    a.slice(start) === b.slice(start + 1)
  );
}
