import type { Knowledge, Lang } from '../knowledge/knowledge.ts';
import { weightedVector } from '../language/sentence-vector.ts';
import { stem } from '../language/stem.ts';
import { isLightWord } from '../language/stop-words.ts';
import { tokenize } from '../language/tokenize.ts';
import { rarity, wordRank } from '../language/word-vectors.ts';
import { type AgencyNames, createAgencyNames } from './agency-names.ts';
import { cognatesOf } from './cognates.ts';
import { isEmptyWord, termOf } from './content-words.ts';
import { createPageNames, generality, wholeWord } from './general-question.ts';
import { createKindredWords } from './kindred-words.ts';
import type { Rendering } from './phrase-table.ts';
import type { Alternative, Concept, Query } from './query.ts';
import { createSpeller } from './spelling.ts';
import type { TermTable } from './term-table.ts';
import { readVocabulary } from './vocabulary-phrases.ts';
import { createWordReader } from './word-reader.ts';

/** Sections from which on the folder's own word statistics weigh as much as English as a whole. */
const TRUSTED_SECTIONS = 50;
/** A single word of a phrase ("fraudulent" of "fraudulent documents") carries part of its meaning. */
const PART_WEIGHT = 0.4;
/** What is left of the weight of a word that joins rather than names. */
const LIGHT_WEIGHT = 0.35;
const SPECIFIC_RARITY = 0.85;

/** Words of a question, with what they may be called in the pages. */
interface ReadWord {
  readonly word: string;
  readonly english: readonly Rendering[];
}

/** Reads questions against the pages' words, the vocabulary and English as a whole. */
export function createQuestionReader(knowledge: Knowledge, terms: TermTable): (question: string, lang: Lang) => Query {
  const names: AgencyNames = createAgencyNames(knowledge.agency);
  const { english, spanish } = readVocabulary(knowledge.vocabulary);
  const spanishSpeller = createSpeller(spanish.singles());
  const words = createWordReader(terms);
  const kindredWords = createKindredWords(terms);
  const pageNames = createPageNames(knowledge.pages);
  const trust = terms.sectionCount() / (terms.sectionCount() + TRUSTED_SECTIONS);

  /** Spanish words in their English renderings: the glossary first, then a misspelt glossary word, then the word's form. */
  function translate(tokens: readonly string[], marks: readonly boolean[], lang: Lang): ReadWord[] {
    const read: ReadWord[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const word = tokens[at]!;
      if (marks[at]) continue;
      const isEnglish = lang === 'en' && (isEmptyWord(word, 'en') || isKnownEnglish(word));
      const match = isEnglish ? null : spanish.at(tokens, at);
      if (match && (match.length > 1 || !isEmptyWord(word, lang))) {
        read.push({ word: tokens.slice(at, at + match.length).join(' '), english: match.renderings });
        at += match.length - 1;
      } else if (!isEmptyWord(word, lang)) {
        read.push({ word, english: isEnglish ? [] : guessSpanish(word, lang) });
      }
    }
    return read;
  }

  function guessSpanish(word: string, lang: Lang): readonly Rendering[] {
    if (isKnownEnglish(word) && lang === 'en') return [];
    if (word.length > 4) {
      const near = spanishSpeller.correct(word, word.length > 8 ? 2 : 1)[0];
      if (near && !(lang === 'en' && words.read(word).alternatives.length > 0)) {
        return (spanish.at([near.word], 0)?.renderings ?? []).map(({ words: text, weight }) => ({
          words: text,
          weight: weight * 0.9,
        }));
      }
    }
    if (lang !== 'es') return [];
    const cognate = cognatesOf(word).find((candidate) => candidate !== word && isKnownEnglish(candidate));
    return cognate ? [{ words: [cognate], weight: 0.8 }] : [];
  }

  function isKnownEnglish(word: string): boolean {
    return terms.idOf(stem(word, 'en')) !== null || (wordRank(word) ?? 60_000) < 40_000;
  }

  return (question, lang) => {
    const tokens = tokenize(question);
    const marks = names.mark(tokens);
    const read = translate(tokens, marks, lang);
    const chosen = generality(
      read.map(({ word }) => word),
      tokens,
      marks.includes(true),
      pageNames,
    );
    const concepts = new Map<string, Concept>();
    read.forEach((entry, at) => {
      const concept = toConcept(entry, read, at);
      if (concept && !concepts.has(concept.word)) concepts.set(concept.word, concept);
    });
    const list = [...concepts.values()].filter((concept) => !isBesideThePoint(concept, chosen));
    return { concepts: list, tokens, vector: vectorOf(tokens, marks, read, list, lang), general: chosen };
  };

  function toConcept(entry: ReadWord, read: readonly ReadWord[], at: number): Concept | null {
    const alternatives: Alternative[] = [];
    let corrected: string | null = null;
    let base: string[] = [];
    if (entry.english.length > 0) {
      const renderings = entry.english.filter(({ words: text }) => text.some((word) => !isEmptyWord(word, 'en')));
      if (renderings.length === 0) return null;
      for (const rendering of renderings) alternatives.push(...renderingAlternatives(rendering));
      base = renderings[0]!.words.filter((word) => !isEmptyWord(word, 'en'));
      for (const rendering of renderings) {
        const content = rendering.words.filter((word) => !isEmptyWord(word, 'en'));
        for (const at of content.keys())
          alternatives.push(...synonymsAt(content, at, content.length === 1 ? 1 : PART_WEIGHT));
      }
    } else {
      const found = words.read(entry.word);
      corrected = found.corrected;
      alternatives.push(...found.alternatives);
      base = [corrected ?? entry.word];
    }
    // A page in Spanish says it as asked.
    const asAsked = termOf(entry.word, 'es');
    if (terms.idOf(asAsked) !== null) alternatives.push({ terms: [asAsked], weight: 1 });
    const asked = read.map(({ word }) => word);
    if (entry.english.length === 0) {
      alternatives.push(...phraseSynonyms(asked, at));
      if (corrected !== null) alternatives.push(...synonymsAt([corrected], 0, 0.9));
    }
    // Last, where neither the pages nor the vocabulary have the word: what the pages say that means nearly the same.
    if (!alternatives.some(({ weight }) => weight >= 0.5)) alternatives.push(...base.flatMap(kindredWords));
    const general = Math.max(...base.map(rarity));
    const inFolder = Math.max(
      ...alternatives
        .filter(({ weight }) => weight >= 0.9)
        .map(({ terms: stems }) => Math.max(...stems.map(terms.rarity))),
      0,
    );
    const known = alternatives.some(({ weight }) => weight >= 0.9);
    return {
      word: entry.word,
      weight: ((1 - trust) * general + trust * (known ? inFolder : 1)) * (isLight(entry.word) ? LIGHT_WEIGHT : 1),
      alternatives: strongest(alternatives),
      corrected,
      specific: /\d/.test(entry.word) || general > SPECIFIC_RARITY,
    };
  }

  /** Synonyms of every phrase of the question that the word is part of. */
  function phraseSynonyms(asked: readonly string[], at: number): Alternative[] {
    const found: Alternative[] = [];
    for (let start = Math.max(0, at - 4); start <= at; start++) {
      for (const match of english.allAt(asked, start)) {
        if (start + match.length > at)
          for (const rendering of match.renderings) found.push(...renderingAlternatives(rendering));
      }
    }
    return found;
  }

  function synonymsAt(text: readonly string[], at: number, factor: number): Alternative[] {
    return english
      .allAt(text, at)
      .flatMap((match) => match.renderings.flatMap(renderingAlternatives))
      .map((alternative) => ({ ...alternative, weight: alternative.weight * factor }));
  }

  function renderingAlternatives({ words: text, weight }: Rendering): Alternative[] {
    const stems = text.filter((word) => !isEmptyWord(word, 'en')).map((word) => stem(word, 'en'));
    const whole =
      stems.length > 0 && stems.every((stemmed) => terms.idOf(stemmed) !== null) ? [{ terms: stems, weight }] : [];
    const parts = stems.length > 1 ? stems.filter((stemmed) => terms.idOf(stemmed) !== null) : [];
    return [...whole, ...parts.map((stemmed) => ({ terms: [stemmed], weight: weight * PART_WEIGHT }))];
  }
}

function vectorOf(
  tokens: readonly string[],
  marks: readonly boolean[],
  read: readonly ReadWord[],
  concepts: readonly Concept[],
  lang: Lang,
): Float32Array | null {
  const corrections = new Map(
    concepts.flatMap(({ word, corrected }) => (corrected ? [[word, corrected] as const] : [])),
  );
  if (lang === 'en' && read.every(({ english }) => english.length === 0)) {
    return weightedVector(tokens.filter((_, at) => !marks[at]).map((token) => [corrections.get(token) ?? token, 1]));
  }
  return weightedVector(
    read.flatMap(({ word, english }) => {
      if (english.length === 0) return [[corrections.get(word) ?? word, 1] as const];
      const [first, ...rest] = english;
      return [
        ...first!.words.map((text) => [text, 1] as const),
        ...rest.flatMap(({ words }) => words.map((text) => [text, 0.5 / rest.length] as const)),
      ];
    }),
  );
}

/** "Overview" is answered by a page that nowhere says so; "what are you responsible for" is not about the word. */
function isBesideThePoint({ word, alternatives }: Concept, general: number): boolean {
  const kind = wholeWord(word);
  const isSaid = alternatives.some(({ weight }) => weight >= 0.9);
  return (general === 1 && kind === 'role') || (general > 0 && kind !== null && !isSaid);
}

function isLight(word: string): boolean {
  return isLightWord(word, 'en') || isLightWord(word, 'es');
}

/** Each way once, at its best weight. */
function strongest(alternatives: readonly Alternative[]): Alternative[] {
  const best = new Map<string, Alternative>();
  for (const alternative of alternatives) {
    const key = alternative.terms.join(' ');
    const known = best.get(key);
    if (!known || known.weight < alternative.weight) best.set(key, alternative);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight);
}
