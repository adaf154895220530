import { stem } from '../language/stem.ts';
import { isLightWord } from '../language/stop-words.ts';
import { rarity } from '../language/word-vectors.ts';
import { isEmptyWord, termOf } from './content-words.ts';
import { createKindredWords } from './kindred-words.ts';
import type { Phrases, Rendering } from './phrase-table.ts';
import type { Alternative, Concept } from './query.ts';
import type { TermTable } from './term-table.ts';
import type { ReadWord } from './translate-words.ts';
import { createWordReader } from './word-reader.ts';

/** The concept of the question's word at a place; null where its English renderings are all grammar. */
export type MakeConcept = (read: readonly ReadWord[], at: number, tokens: readonly string[]) => Concept | null;

/** Sections from which on the folder's own word statistics weigh as much as English as a whole. */
const TRUSTED_SECTIONS = 50;
/** From this weight on a way to say a word counts as the word itself. */
const AS_GOOD_AS_SAID = 0.9;
/** A single word of a phrase ("fraudulent" of "fraudulent documents") carries part of its meaning. */
const PART_WEIGHT = 0.4;
/** What is left of the weight of a word that joins rather than names. */
const LIGHT_WEIGHT = 0.35;
/** Below this weight the best way known is poor: what the word may stand for counts in full, and kindred words are tried. */
const POORLY_SAID = 0.5;
/**
 * What is left of an everyday word's other names where the pages say the word itself, in a small folder; in a large one, where the
 * word itself finds enough, nothing. Measured on the questions about invented agencies and on the public sets.
 */
const WELL_SAID_FACTOR = 0.5;
const SPECIFIC_RARITY = 0.85;
/** Words of a question for which more than the pages and the vocabulary is tried: bounds the cost of a long message. */
const MOST_GUESSES = 24;

export function createConceptMaker(
  terms: TermTable,
  { synonyms, everyday }: { readonly synonyms: Phrases; readonly everyday: Phrases },
): MakeConcept {
  const words = createWordReader(terms);
  const kindredWords = createKindredWords(terms);
  const trust = terms.sectionCount() / (terms.sectionCount() + TRUSTED_SECTIONS);

  const isSaid = (term: string): boolean => terms.idOf(term) !== null;

  /** A rendering as it may stand in the pages: all its words, or one of them for a part of its weight. */
  const waysOf = ({ words: text, weight }: Rendering): Alternative[] => {
    const stems = contentOf(text).map((word) => stem(word, 'en'));
    const whole = stems.length > 0 && stems.every(isSaid) ? [{ terms: stems, weight }] : [];
    const parts = stems.length > 1 ? stems.filter(isSaid) : [];
    return [...whole, ...parts.map((part) => ({ terms: [part], weight: weight * PART_WEIGHT }))];
  };
  /** What a table has for every phrase that the word is part of. */
  const lookedUp = (table: Phrases, text: readonly string[], at: number, factor: number): Alternative[] => {
    const found: Alternative[] = [];
    for (let start = Math.max(0, at - 4); start <= at; start++) {
      for (const { length, renderings } of table.allAt(text, start)) {
        if (start + length <= at) continue;
        for (const way of renderings.flatMap(waysOf)) found.push({ ...way, weight: way.weight * factor });
      }
    }
    return found;
  };

  const synonymsOf = (text: readonly string[], at: number, factor: number) => lookedUp(synonyms, text, at, factor);
  const everydayOf = (text: readonly string[], at: number, factor: number) => lookedUp(everyday, text, at, factor);

  const translated = (renderings: readonly Rendering[]): Alternative[] => [
    ...renderings.flatMap(waysOf),
    ...renderings.flatMap(({ words: text }) => {
      const content = contentOf(text);
      const factor = content.length === 1 ? 1 : PART_WEIGHT;
      return content.flatMap((_, at) => synonymsOf(content, at, factor));
    }),
  ];

  return (read, at, tokens) => {
    const { word, at: token, english } = read[at]!;
    const renderings = english.filter(({ words: text }) => contentOf(text).length > 0);
    if (english.length > 0 && renderings.length === 0) return null;
    const mayGuess = at < MOST_GUESSES;
    const reading = english.length > 0 ? null : words.read(word, mayGuess);
    const corrected = reading?.corrected ?? null;
    const meant = reading?.meant ?? contentOf(renderings[0]!.words);

    const content = read.map((entry) => entry.word);
    const ways = reading
      ? [
          ...reading.alternatives,
          ...synonymsOf(content, at, 1),
          // "On the run" is a phrase of the words as asked, "expired visa" one of those that say something.
          ...synonymsOf(tokens, token, 1),
        ]
      : translated(renderings);
    if (corrected !== null) ways.push(...synonymsOf([corrected], 0, AS_GOOD_AS_SAID));
    // A page in Spanish says it as asked.
    const asAsked = termOf(word, 'es');
    if (isSaid(asAsked)) ways.push({ terms: [asAsked], weight: 1 });
    if (mayGuess) {
      const factor = isPoorlySaid(ways) ? 1 : WELL_SAID_FACTOR * (1 - trust);
      const phrases = [...everydayOf(content, at, factor), ...everydayOf(tokens, token, factor)];
      ways.push(...(reading ? phrases : meant.flatMap((each) => everydayOf([each], 0, factor))));
    }
    if (mayGuess && isPoorlySaid(ways)) ways.push(...meant.flatMap(kindredWords));

    const inEnglish = Math.max(...meant.map(rarity));
    const weight = (1 - trust) * inEnglish + trust * rarityInFolder(ways);
    return {
      word,
      weight: isLightWord(word, 'en') || isLightWord(word, 'es') ? LIGHT_WEIGHT * weight : weight,
      alternatives: strongest(ways),
      corrected,
      specific: /\d/.test(word) || inEnglish > SPECIFIC_RARITY,
    };
  };

  function rarityInFolder(ways: readonly Alternative[]): number {
    const said = ways.filter(({ weight }) => weight >= AS_GOOD_AS_SAID);
    return said.length === 0 ? 1 : Math.max(...said.flatMap(({ terms: stems }) => stems.map(terms.rarity)));
  }
}

function isPoorlySaid(ways: readonly Alternative[]): boolean {
  return !ways.some(({ weight }) => weight >= POORLY_SAID);
}

function contentOf(words: readonly string[]): string[] {
  return words.filter((word) => !isEmptyWord(word, 'en'));
}

/** Each way once, at its best weight, best first. */
function strongest(ways: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const way of ways) {
    const key = way.terms.join(' ');
    if ((best.get(key)?.weight ?? 0) < way.weight) best.set(key, way);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}
