import { stem } from '../language/stem.ts';
import { wordRank, wordVectors } from '../language/word-vectors.ts';
import type { Alternative } from './query.ts';
import { createSpeller, type Speller } from './spelling.ts';
import type { TermTable } from './term-table.ts';

/** A word that stands nowhere in the pages may be misspelt, cut short, or simply another word. */
export interface WordReader {
  /** Ways to say the word in the pages, with the spelling they rest on where it is not the word's own. */
  read(word: string): { readonly alternatives: readonly Alternative[]; readonly corrected: string | null };
}

/** A frequent word is taken as meant, though the pages lack it; among the rare ones are many common misspellings. */
const SURELY_MEANT_RANK = 20_000;
const LONG_WORD = 8;
const MISSPELT_WEIGHT = [1, 0.9, 0.6];
const CUT_SHORT_WEIGHT = 0.6;

export function createWordReader(terms: TermTable): WordReader {
  const pageWords = terms.words();
  const stemOf = new Map(pageWords.map(({ word, stem: stemmed }) => [word, stemmed]));
  let pageSpeller: Speller | null = null;
  let englishSpeller: Speller | null = null;

  const nearPageWords = (word: string, distance: number): Alternative[] => {
    pageSpeller ??= createSpeller(pageWords.map((entry) => entry.word));
    return pageSpeller
      .correct(word, distance)
      .map((found) => ({ terms: [stemOf.get(found.word)!], weight: MISSPELT_WEIGHT[found.distance] ?? 0.5 }));
  };
  const nearEnglishWord = (word: string): string | null => {
    englishSpeller ??= createSpeller([...wordVectors().rows.keys()].slice(0, SURELY_MEANT_RANK));
    return englishSpeller.correct(word, 1)[0]?.word ?? null;
  };

  return {
    read(word) {
      const own = stemOf.get(word) ?? stem(word, 'en');
      if (terms.idOf(own) !== null) return { alternatives: [{ terms: [own], weight: 1 }], corrected: null };
      const rank = wordRank(word);
      if (word.length < 4 || /\d/.test(word) || (rank !== null && rank < SURELY_MEANT_RANK))
        return { alternatives: [], corrected: null };
      const near = nearPageWords(word, 1);
      if (near.length > 0) return { alternatives: near, corrected: near[0]!.terms[0]! };
      const longer = pageWords.filter((entry) => entry.word.startsWith(word)).slice(0, 3);
      if (longer.length > 0) {
        return {
          alternatives: longer.map((entry) => ({ terms: [entry.stem], weight: CUT_SHORT_WEIGHT })),
          corrected: null,
        };
      }
      if (rank !== null) return { alternatives: [], corrected: null };
      const english = nearEnglishWord(word);
      if (english !== null) {
        const meant = stem(english, 'en');
        const alternatives = terms.idOf(meant) === null ? [] : [{ terms: [meant], weight: MISSPELT_WEIGHT[1]! }];
        return { alternatives, corrected: english };
      }
      const far = word.length >= LONG_WORD ? nearPageWords(word, 2) : [];
      return { alternatives: far, corrected: far[0]?.terms[0] ?? null };
    },
  };
}
