import type { Lang } from '../knowledge/knowledge.ts';
import { stem } from '../language/stem.ts';
import { wordRank } from '../language/word-vectors.ts';
import { cognatesOf } from './cognates.ts';
import { isEmptyWord } from './content-words.ts';
import type { PhraseTable, Rendering } from './phrase-table.ts';
import { createSpeller } from './spelling.ts';
import type { TermTable } from './term-table.ts';

/** A word or phrase of a question with what it may be called in English; none where it is taken to be English. */
export interface ReadWord {
  readonly word: string;
  /** Index of its first token in the question. */
  readonly at: number;
  readonly english: readonly Rendering[];
}

/** The words of a question that say something, Spanish ones with their English renderings. */
export type TranslateWords = (tokens: readonly string[], isName: readonly boolean[], lang: Lang) => ReadWord[];

/** A word that frequent in English is not looked up as Spanish in an English question. */
const ENGLISH_RANK = 40_000;
const SHORTEST_GUESSED = 5;
const LONG_WORD = 9;
const MISSPELT_FACTOR = 0.9;
const INFLECTED_FACTOR = 0.9;
const COGNATE_WEIGHT = 0.8;
/** Words of a question for which more than the glossary is tried. */
const MOST_GUESSES = 24;

/** The glossary first, then a misspelt glossary word, then the word's form (`terrorismo`). */
export function createTranslator(glossary: PhraseTable, terms: TermTable): TranslateWords {
  const speller = createSpeller(glossary.singles());
  let formOfStem: ReadonlyMap<string, string> | null = null;

  const isEnglish = (word: string): boolean =>
    terms.idOf(stem(word, 'en')) !== null || (wordRank(word) ?? ENGLISH_RANK) < ENGLISH_RANK;

  const misspelt = (word: string): readonly Rendering[] => {
    if (word.length < SHORTEST_GUESSED) return [];
    const near = speller.correct(word, word.length >= LONG_WORD ? 2 : 1)[0];
    const renderings = near ? glossary.at([near.word], 0)!.renderings : [];
    return renderings.map(({ words, weight }) => ({ words, weight: weight * MISSPELT_FACTOR }));
  };
  const inflected = (word: string): readonly Rendering[] => {
    if (word.length < SHORTEST_GUESSED) return [];
    formOfStem ??= new Map(glossary.singles().map((form) => [stem(form, 'es'), form]));
    const form = formOfStem.get(stem(word, 'es'));
    const renderings = form === undefined ? [] : glossary.at([form], 0)!.renderings;
    return renderings.map(({ words, weight }) => ({ words, weight: weight * INFLECTED_FACTOR }));
  };
  const cognate = (word: string): readonly Rendering[] => {
    const found = cognatesOf(word).find((candidate) => candidate !== word && isEnglish(candidate));
    return found === undefined ? [] : [{ words: [found], weight: COGNATE_WEIGHT }];
  };
  const guess = (word: string): readonly Rendering[] => {
    for (const way of [inflected, misspelt]) {
      const renderings = way(word);
      if (renderings.length > 0) return renderings;
    }
    return cognate(word);
  };

  return (tokens, isName, lang) => {
    const read: ReadWord[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const word = tokens[at]!;
      if (isName[at]) continue;
      const mayBeSpanish = lang === 'es' || (!isEmptyWord(word, 'en') && !isEnglish(word));
      const match = mayBeSpanish ? glossary.at(tokens, at) : null;
      const matched = match ? tokens.slice(at, at + match.length) : [];
      // "Qué es", "qué hace" are in the glossary for the classifier: they name no subject to look for.
      if (match && matched.some((each) => !isEmptyWord(each, lang))) {
        read.push({ word: matched.join(' '), at, english: match.renderings });
        at += match.length - 1;
      } else if (!isEmptyWord(word, lang) && !isEnglishGrammar(word, lang)) {
        read.push({ word, at, english: lang === 'es' && read.length < MOST_GUESSES ? guess(word) : [] });
      }
    }
    return read;
  };
}

/** Visitors mix languages ("cual es el purpose of the agency"): English grammar says nothing in a Spanish question either. */
function isEnglishGrammar(word: string, lang: Lang): boolean {
  return lang === 'es' && isEmptyWord(word, 'en');
}
