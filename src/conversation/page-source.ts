import type { Lang, Page, Section } from '../knowledge/knowledge.ts';
import { isOld, longDate } from './long-date.ts';
import type { Source } from './reply.ts';
import { linkToPassage } from './text-fragment.ts';
import type { Say } from './wording.ts';

/** Who reads a source and when: decides its words and whether the page is called old. */
export interface SourceReader {
  readonly lang: Lang;
  readonly say: Say;
  /** ISO date of the turn. */
  readonly today: string;
}

/** Where a passage comes from: section, title, review date, and a link that scrolls to its words. */
export function sourceOfPassage(page: Page, section: Section, passage: string, reader: SourceReader): Source {
  const address = page.archive ?? page.url;
  return {
    ...sourceOfPage(page, reader),
    section: section.id,
    heading: section.heading,
    url: address === null ? null : linkTo(page, address, passage),
    label: section.heading === page.title ? pageLabel(page, reader) : `${section.heading} · ${pageLabel(page, reader)}`,
  };
}

/** A page as a whole: its title, review date and address. */
export function sourceOfPage(page: Page, reader: SourceReader): Source {
  return {
    section: page.sections[0]?.id ?? page.id,
    heading: page.title,
    title: page.title,
    url: page.archive ?? page.url,
    archived: page.archive !== null,
    lang: page.lang,
    reviewed: page.reviewed,
    old: page.reviewed === null || isOld(page.reviewed, reader.today),
    label: pageLabel(page, reader),
  };
}

function pageLabel(page: Page, { lang, say, today }: SourceReader): string {
  const { title, reviewed } = page;
  const dated =
    reviewed === null
      ? say('source.notReviewed', { title })
      : say('source.reviewed', { title, date: longDate(reviewed, lang) });
  const remarks = [
    ...(reviewed !== null && isOld(reviewed, today) ? [say('source.old')] : []),
    ...(page.archive === null ? [] : [say('source.archived')]),
  ];
  return remarks.length === 0 ? dated : `${dated} (${remarks.join(', ')})`;
}

const links = new WeakMap<Page, Map<string, string>>();
const linksAtMost = 1000;

/** The passages of a page that are shown are few, and their links are looked for word by word. */
function linkTo(page: Page, address: string, passage: string): string {
  const known = links.get(page) ?? new Map<string, string>();
  links.set(page, known);
  const link = known.get(passage) ?? linkToPassage(address, passage, textOf(page));
  if (known.size < linksAtMost) known.set(passage, link);
  return link;
}

const texts = new WeakMap<Page, string>();

/** All text of a page in order, as a browser looks through it. */
function textOf(page: Page): string {
  const known = texts.get(page);
  if (known !== undefined) return known;
  const text = page.sections.map((each) => `${each.heading}\n${each.text}`).join('\n');
  texts.set(page, text);
  return text;
}
