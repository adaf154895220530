import { segmentWord } from '../language/segment-word.ts';
import { stem } from '../language/stem.ts';
import { wordRank, wordVectors } from '../language/word-vectors.ts';
import type { Alternative } from './query.ts';
import { createSpeller, type Speller } from './spelling.ts';
import type { TermTable } from './term-table.ts';

/** How a word was read. */
export interface WordReading {
  /** Ways to say it in the pages. */
  readonly alternatives: readonly Alternative[];
  /** The spelling they rest on where it is not the word's own. */
  readonly corrected: string | null;
  /** The English words it is made of, itself where it is one. */
  readonly meant: readonly string[];
}

/** Reads a word that the pages may have, or that may be misspelt, cut short, or simply another word. */
export interface WordReader {
  /** @param mayGuess whether to look for what a word that stands nowhere may have meant */
  read(word: string, mayGuess: boolean): WordReading;
}

/** A frequent word is taken as meant, though the pages lack it; among the rare ones are many common misspellings. */
const SURELY_MEANT_RANK = 20_000;
const SHORTEST_GUESSED = 4;
const LONG_WORD = 8;
/** By edits. */
const MISSPELT_WEIGHT = [1, 0.9, 0.6];
const CUT_SHORT_WEIGHT = 0.6;
const LONGER_WORDS = 3;
/** A part of a compound (`worksite`) carries part of its meaning. */
const PART_WEIGHT = 0.5;

export function createWordReader(terms: TermTable): WordReader {
  const pageWords = terms.words();
  const byWord = new Map(pageWords.map((entry) => [entry.word, entry]));
  const pageSpeller = lazily(() => createSpeller(pageWords.map(({ word }) => word)));
  const englishSpeller = lazily(() => createSpeller([...wordVectors().rows.keys()].slice(0, SURELY_MEANT_RANK)));

  const misspelt = (word: string, distance: number): WordReading => {
    const found = pageSpeller().correct(word, distance);
    const alternatives = found.map((correction) => ({
      terms: [byWord.get(correction.word)!.stem],
      weight: MISSPELT_WEIGHT[correction.distance]!,
    }));
    const corrected = found[0]?.word ?? null;
    return { alternatives, corrected, meant: [corrected ?? word] };
  };
  const misspeltEnglish = (word: string): WordReading => {
    const meant = englishSpeller().correct(word, 1)[0]?.word ?? null;
    const term = meant === null ? null : stem(meant, 'en');
    const isSaid = term !== null && terms.idOf(term) !== null;
    const alternatives = isSaid ? [{ terms: [term], weight: MISSPELT_WEIGHT[1]! }] : [];
    return { alternatives, corrected: meant, meant: [meant ?? word] };
  };
  const compound = (word: string): WordReading => {
    const parts = segmentWord(word).split(' ');
    const stems = parts.length > 1 ? parts.map((part) => stem(part, 'en')) : [];
    const said = stems.filter((term) => terms.idOf(term) !== null);
    return {
      alternatives: said.map((term) => ({ terms: [term], weight: PART_WEIGHT })),
      corrected: null,
      meant: parts,
    };
  };
  const cutShort = (word: string): WordReading => {
    const longer = pageWords.filter((entry) => entry.word.startsWith(word)).slice(0, LONGER_WORDS);
    const alternatives = longer.map((entry) => ({ terms: [entry.stem], weight: CUT_SHORT_WEIGHT }));
    return { alternatives, corrected: null, meant: [word] };
  };

  return {
    read(word, mayGuess) {
      const own = byWord.get(word)?.stem ?? stem(word, 'en');
      const unread: WordReading = { alternatives: [], corrected: null, meant: [word] };
      if (terms.idOf(own) !== null) return { ...unread, alternatives: [{ terms: [own], weight: 1 }] };
      const rank = wordRank(word);
      const isMeant = rank !== null && rank < SURELY_MEANT_RANK;
      if (!mayGuess || isMeant || word.length < SHORTEST_GUESSED || /\d/.test(word)) return unread;
      const guesses = [() => misspelt(word, 1), () => cutShort(word)];
      if (rank === null) guesses.push(() => misspeltEnglish(word));
      if (rank === null && word.length >= LONG_WORD) guesses.push(() => misspelt(word, 2));
      if (rank === null) guesses.push(() => compound(word));
      for (const guess of guesses) {
        const reading = guess();
        if (reading.alternatives.length > 0 || reading.meant[0] !== word) return reading;
      }
      return unread;
    },
  };
}

/** Many folders are never asked a misspelt word: the lists are read at the first one. */
function lazily(make: () => Speller): () => Speller {
  let made: Speller | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
