import MiniSearch from 'minisearch';
import type { Knowledge, Section } from '../knowledge/knowledge.ts';
import { vectorOfSums, vectorSum } from '../language/sentence-vector.ts';
import { tokenize } from '../language/tokenize.ts';
import { DIMENSIONS } from '../language/word-vectors.ts';
import { contentWords, stemmerOf } from './content-words.ts';
import { createTermTable, type TermTable } from './term-table.ts';

/** How often the words of a section's own heading count beside its text. */
const HEADING_REPEATS = 3;

/**
 * BM25's parameters. A high k (a word's tenth use still counts) with strong length normalisation and no floor (d)
 * measured best over scientific abstracts and encyclopedia paragraphs alike (`npm run bench -- retrieval`).
 */
const bm25 = { k: 2, b: 0.75, d: 0 };

/** Words from which on a sentence is read in pieces: a whole abstract without full stops says everything and nothing. */
const LONG_SENTENCE = 40;
const WINDOW = 25;

/** A sentence, or a piece of a very long one. */
export interface IndexedWindow {
  /** Index of its sentence in the section. */
  readonly sentence: number;
  /** Ids of its content words' stems, in order. */
  readonly terms: Uint32Array;
  /** Heading and window together; null where no word is known. */
  readonly vector: Float32Array | null;
}

export interface IndexedSection {
  readonly section: Section;
  readonly lang: string;
  /** Ids of the stems of its heading trail. */
  readonly heading: Uint32Array;
  readonly windows: readonly IndexedWindow[];
  /** Vectors of the sentences alone, by index; made when first asked for, since few sections of a large folder are ever shown. */
  readonly ownVectors: () => readonly (Float32Array | null)[];
}

/** All a search reads, built once from the pages. */
export interface SectionIndex {
  readonly sections: readonly IndexedSection[];
  readonly terms: TermTable;
  /** How many languages (of our stemmers) the pages are in. */
  readonly languages: number;
  /** Whole-section vectors, row-major in section order; zeros where no word is known. */
  readonly wholes: Float32Array;
  /** Stems in MiniSearch, by section order; each document is one string of stems. */
  readonly search: MiniSearch<{ readonly id: number; readonly stems: string }>;
}

/**
 * @param isNameWord words left out of the vectors: the agency's short name is often an everyday word of another meaning
 */
export function buildSectionIndex(knowledge: Knowledge, isNameWord: (word: string) => boolean): SectionIndex {
  const terms = createTermTable();
  const search = new MiniSearch<{ readonly id: number; readonly stems: string }>({
    fields: ['stems'],
    tokenize: (stems) => stems.split(' '),
    processTerm: (stem) => stem,
    searchOptions: { bm25 },
  });
  const pageLang = new Map(knowledge.pages.map((page) => [page.id, page.lang]));
  const sections: IndexedSection[] = [];
  const wholes = new Float32Array(knowledge.sections.size * DIMENSIONS);
  for (const section of knowledge.sections.values()) {
    const lang = pageLang.get(section.pageId) ?? 'en';
    const stemmer = stemmerOf(lang);
    const idsOf = (tokens: readonly string[]): number[] => contentWords(tokens, stemmer).map((word) => terms.add(word));
    const sumOf = (tokens: readonly string[]): Float32Array => vectorSum(tokens.filter((token) => !isNameWord(token)));
    const trail = section.trail.map(tokenize);
    const own = trail.at(-1) ?? [];
    const ownSum = sumOf(own);
    const heading = idsOf(trail.flat());
    const pieces = section.sentences.flatMap(({ text, index }) => inWindows(tokenize(text), index));
    const sums = pieces.map(({ tokens }) => sumOf(tokens));
    const windows = pieces.map(({ sentence, tokens }, at) => ({
      sentence,
      terms: Uint32Array.from(idsOf(tokens)),
      vector: vectorOfSums([ownSum, sums[at]!]),
    }));
    const ids = [...heading, ...repeat(idsOf(own), HEADING_REPEATS - 1)];
    for (const window of windows) ids.push(...window.terms);
    terms.count(new Set(ids));
    search.add({ id: sections.length, stems: ids.map((id) => terms.stemOf(id)).join(' ') });
    wholes.set(vectorOfSums([sumOf(trail.flat()), ...sums]) ?? [], sections.length * DIMENSIONS);
    sections.push({
      section,
      lang,
      heading: Uint32Array.from(heading),
      windows,
      ownVectors: once(() => section.sentences.map(({ text }) => vectorOfSums([sumOf(tokenize(text))]))),
    });
  }
  const languages = new Set(sections.map((entry) => stemmerOf(entry.lang))).size;
  return { sections, terms, languages, wholes, search };
}

function inWindows(tokens: readonly string[], sentence: number): { sentence: number; tokens: readonly string[] }[] {
  const count = tokens.length > LONG_SENTENCE ? Math.ceil(tokens.length / WINDOW) : 1;
  const size = Math.ceil(tokens.length / count);
  return Array.from({ length: count }, (_, i) => ({ sentence, tokens: tokens.slice(i * size, (i + 1) * size) }));
}

function* repeat(ids: readonly number[], times: number): Generator<number> {
  for (let i = 0; i < times; i++) yield* ids;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
