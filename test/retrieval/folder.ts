import type { Knowledge, Lang, Localized, Page, Section, Vocabulary } from '../../src/knowledge/knowledge.ts';

export interface SketchedPage {
  readonly id: string;
  readonly title: string;
  readonly lang?: Lang;
  /** Heading (empty for the text before the first) and sentences. */
  readonly sections: readonly (readonly [heading: string, ...sentences: readonly string[]])[];
}

const noVocabulary: Vocabulary = { synonyms: [], abbreviations: {}, everyday: [], glossary: {} };
const both = (text: string): Localized => ({ en: text, es: text });

/** A knowledge folder in a few lines; section ids are `<page>` and `<page>/<number of the section>`. */
export function folder(
  pages: readonly SketchedPage[],
  {
    shortName = 'Bureau',
    name = 'Bureau of Lakes',
    vocabulary = {},
  }: { shortName?: string; name?: string; vocabulary?: Partial<Vocabulary> } = {},
): Knowledge {
  let order = 0;
  const made = pages.map(({ id, title, lang = 'en', sections }): Page => {
    const built = sections.map(([heading, ...sentences], at): Section => {
      const own = heading === '' ? title : heading;
      return {
        id: heading === '' ? id : `${id}/${at}`,
        pageId: id,
        heading: own,
        trail: heading === '' ? [title] : [title, heading],
        sentences: sentences.map((text, index) => ({ text, index, paragraph: 0 })),
        text: sentences.join(' '),
        order: order++,
      };
    });
    return { id, title, url: null, archive: null, publisher: null, reviewed: null, lang, sections: built };
  });
  return {
    agency: {
      name: both(name),
      shortName: both(shortName),
      tipLine: null,
      tipForm: null,
      emergency: '',
      crisis: '',
      people: [],
      topics: [],
      examples: { en: [], es: [] },
    },
    pages: made,
    sections: new Map(made.flatMap((page) => page.sections.map((section) => [section.id, section] as const))),
    contacts: new Map(),
    intents: [],
    vocabulary: { ...noVocabulary, ...vocabulary },
    contentHash: '',
  };
}

export const lakes: SketchedPage = {
  id: 'lakes',
  title: 'What We Do',
  sections: [
    ['', 'The Bureau of Lakes keeps 212 lakes clean and open.', 'It was founded in 1954.'],
    [
      'Boats and Moorings',
      'Boats are inspected every spring.',
      'A mooring costs forty dollars a year.',
      'Motors are forbidden on small lakes.',
    ],
    ['Fish', 'Wardens count trout and perch each autumn.', 'Poachers use nets and poison.', 'They are fined.'],
    ['Smuggled Species', 'Inspectors stop trafficking in turtles at the border.', 'Counterfeit permits are seized.'],
  ],
};
