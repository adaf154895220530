import { createRequire } from 'node:module';
import { Charset, Encoder, Index } from 'flexsearch';
import englishOfFlexsearch from 'flexsearch/lang/en';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { tokenize } from '../../src/language/tokenize.ts';
import { contentWords } from '../../src/retrieval/content-words.ts';
import { createRetriever } from '../../src/retrieval/create-retriever.ts';
import type { Passage } from './data-sets.ts';
import { passagesAsKnowledge } from './passages-as-knowledge.ts';

/** A search engine over passages; `search` gives ids, best first. */
export interface Engine {
  readonly name: string;
  build(passages: readonly Passage[]): (question: string) => readonly string[];
}

const DEPTH = 10;
const require = createRequire(import.meta.url);

/** Ours: the retriever as the assistant uses it. */
export const answerline: Engine = {
  name: 'answerline',
  build(passages) {
    const retriever = createRetriever(passagesAsKnowledge(passages));
    return (question) => retriever.search(question, { lang: 'en', limit: DEPTH }).map(({ section }) => section.id);
  },
};

/** MiniSearch as it comes. */
const minisearch: Engine = {
  name: 'minisearch',
  build(passages) {
    const index = new MiniSearch<Passage>({ fields: ['title', 'text'] });
    index.addAll(passages);
    return (question) =>
      index
        .search(question)
        .slice(0, DEPTH)
        .map(({ id }) => String(id));
  },
};

/** MiniSearch as its README suggests for typing: prefixes and fuzzy words. */
const minisearchFuzzy: Engine = {
  name: 'minisearch, fuzzy',
  build(passages) {
    const index = new MiniSearch<Passage>({ fields: ['title', 'text'], searchOptions: { prefix: true, fuzzy: 0.2 } });
    index.addAll(passages);
    return (question) =>
      index
        .search(question)
        .slice(0, DEPTH)
        .map(({ id }) => String(id));
  },
};

const lunrEngine: Engine = {
  name: 'lunr',
  build(passages) {
    const index = lunr(function () {
      this.ref('id');
      this.field('title');
      this.field('text');
      for (const passage of passages) this.add(passage);
    });
    // Its query language gives punctuation a meaning that visitors do not know of.
    return (question) =>
      index
        .search(question.replace(/[^\p{L}\p{N}]+/gu, ' '))
        .slice(0, DEPTH)
        .map(({ ref }) => ref);
  },
};

/** With its English stemmer and stop words, and title and text in one index: its best setting here. */
const flexsearch: Engine = {
  name: 'flexsearch',
  build(passages) {
    const index = new Index({ encoder: new Encoder(Charset.Normalize).assign(englishOfFlexsearch) });
    for (const { id, title, text } of passages) index.add(id, `${title} ${text}`);
    return (question) => index.search(question, { limit: DEPTH, suggest: true }).map(String);
  },
};

interface WinkIndex {
  defineConfig(config: { readonly fldWeights: Readonly<Record<string, number>> }): void;
  definePrepTasks(tasks: readonly ((text: string) => string[])[]): void;
  addDoc(doc: Readonly<Record<string, string>>, id: string): void;
  consolidate(): void;
  search(text: string, limit: number): readonly (readonly [id: string, score: number])[];
}

/** With the stems and stop words that we use ourselves: it ships none. */
const wink: Engine = {
  name: 'wink-bm25',
  build(passages) {
    const index: WinkIndex = require('wink-bm25-text-search')();
    index.defineConfig({ fldWeights: { title: 1, text: 1 } });
    index.definePrepTasks([(text) => contentWords(tokenize(text), 'en').map(({ stem }) => stem)]);
    for (const { id, title, text } of passages) index.addDoc({ title, text }, id);
    index.consolidate();
    return (question) => index.search(question, DEPTH).map(([id]) => String(id));
  },
};

export const engines: readonly Engine[] = [answerline, minisearch, minisearchFuzzy, lunrEngine, flexsearch, wink];
