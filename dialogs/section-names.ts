import type { Choice } from '../src/conversation/conversation-state.ts';
import type { Knowledge, Page, Section } from '../src/knowledge/knowledge.ts';
import { sameWords } from './same-words.ts';

/** How sections are called on chips: by a name that leads back to the one section. */
export interface SectionNames {
  nameOf(section: Section): string;
  /** The section of a name, however it is cased, accented or punctuated. */
  sectionOf(name: string): Section | null;
  /** What the folder covers, at most `limit` names: all sections where they are few, else the beginnings of its pages. */
  overview(limit: number): readonly Section[];
  /** Whether `overview` leaves sections out. */
  covers(limit: number): 'all' | 'some';
}

export function sectionNames(knowledge: Knowledge): SectionNames {
  const sections = [...knowledge.sections.values()];
  const titles = new Map(knowledge.pages.map((page) => [page.id, page.title]));
  const byName = new Map<string, Section>();
  const names = new Map<string, string>();
  for (const section of sections) {
    const wanted = candidates(section, titles.get(section.pageId) ?? '');
    const name = wanted.find((each) => !byName.has(sameWords(each))) ?? section.id;
    names.set(section.id, name);
    byName.set(sameWords(name), section);
  }
  const beginnings = knowledge.pages.flatMap((page: Page) => page.sections.slice(0, 1));
  return {
    nameOf: (section) => names.get(section.id) ?? section.heading,
    sectionOf: (name) => byName.get(sameWords(name)) ?? null,
    overview: (limit) => (sections.length <= limit || beginnings.length < 2 ? sections : beginnings).slice(0, limit),
    covers: (limit) => (sections.length <= limit ? 'all' : 'some'),
  };
}

/** Sections as chips: the name typed back means the same. */
export function sectionChoices(names: SectionNames, sections: readonly Section[]): readonly Choice[] {
  return sections.map((section) => ({ label: names.nameOf(section), value: names.nameOf(section) }));
}

/** The heading; where another section has it already, with the page's title, then with all headings above. */
function candidates(section: Section, title: string): readonly string[] {
  return [section.heading, `${section.heading} (${title})`, section.trail.join(', ')];
}
