import { builtInEverydayWords } from '../../src/knowledge/built-in-words.ts';
import type { Knowledge, Localized, Page, Section } from '../../src/knowledge/knowledge.ts';
import { splitSentences } from '../../src/knowledge/split-sentences.ts';
import type { Passage } from './data-sets.ts';

const none: Localized = { en: '', es: '' };

/** Passages as a folder of pages of one section each, without vocabulary or agency. */
export function passagesAsKnowledge(passages: readonly Passage[]): Knowledge {
  const pages = passages.map(({ id, title, text }, order): Page => {
    const sentences = splitSentences(text.replace(/\s+/g, ' ').trim()).map((sentence, index) => ({
      text: sentence,
      index,
      paragraph: 0,
    }));
    const section: Section = { id, pageId: id, heading: title, trail: [title], sentences, text, order };
    return { id, title, url: null, archive: null, publisher: null, reviewed: null, lang: 'en', sections: [section] };
  });
  return {
    agency: {
      name: none,
      shortName: none,
      tipLine: null,
      tipForm: null,
      emergency: '',
      crisis: '',
      people: [],
      topics: [],
      examples: { en: [], es: [] },
    },
    pages,
    sections: new Map(pages.flatMap((page) => page.sections.map((section) => [section.id, section] as const))),
    contacts: new Map(),
    intents: [],
    vocabulary: { synonyms: [], abbreviations: {}, everyday: builtInEverydayWords(), glossary: {} },
    contentHash: '',
  };
}
