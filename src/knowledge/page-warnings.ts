import type { Fault } from './fault.ts';
import { splitFrontMatter } from './front-matter.ts';
import type { Knowledge, Page } from './knowledge.ts';
import { type Mention, pageMentions } from './page-mentions.ts';
import { pageIdOf } from './parse-page.ts';
import type { ContentFile } from './read-folder.ts';
import { parseYaml } from './yaml-source.ts';

/** Days after which a page's review is called old. */
export const pageDays = 365;

/** Pages reviewed long ago or never, and what they link to or name without the contact table knowing it. */
export function pageWarnings(knowledge: Knowledge, files: readonly ContentFile[], today: string): Fault[] {
  const byId = new Map(
    files.filter(({ path }) => path.startsWith('pages/')).map((file) => [pageIdOf(file.path), file]),
  );
  const known = knownTargets(knowledge);
  return knowledge.pages.flatMap((page) => {
    const file = byId.get(page.id);
    return file ? [...reviewWarnings(page, file, today), ...mentionWarnings(file, known)] : [];
  });
}

/** Whole days from one ISO date to another; negative backwards. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

function reviewWarnings({ reviewed }: Page, file: ContentFile, today: string): Fault[] {
  if (reviewed === null) {
    const message = 'the page does not say when it was reviewed; add a line `reviewed: ` with the date';
    return [{ file: file.path, line: 1, message }];
  }
  if (daysBetween(reviewed, today) <= pageDays) return [];
  const source = parseYaml(file.path, splitFrontMatter(file.text)?.yaml ?? '', 2, () => {});
  const message = `the page was reviewed on ${reviewed}, more than a year ago; answers from it say that it is old`;
  return [{ file: file.path, line: source?.lineOf(['reviewed']) ?? 1, message }];
}

function mentionWarnings(file: ContentFile, known: ReadonlySet<string>): Fault[] {
  return pageMentions(file)
    .filter((mention) => !known.has(targetOf(mention)))
    .map(({ kind, value, line }) => {
      const what = kind === 'link' ? `the link ${value}` : `the number ${value}`;
      const message = `${what} is not in contacts.yaml; add it there with its source if visitors need it`;
      return { file: file.path, line, message };
    });
}

/** All that may be linked: the contact table and each page's own addresses. */
function knownTargets({ contacts, pages }: Knowledge): ReadonlySet<string> {
  const links = [...contacts.values()].flatMap(({ facts }) => facts.map(({ href }) => href));
  const own = pages.flatMap(({ url, archive }) => [url, archive]);
  return new Set([...links, ...own].filter((link) => link !== null).map(comparable));
}

function targetOf({ kind, value }: Mention): string {
  return kind === 'link' ? comparable(value) : `tel:+1${value.replace(/\D/g, '').slice(-10)}`;
}

/** Addresses that differ only in form are one: `https://a.gov` and `https://a.gov/`. */
function comparable(link: string): string {
  return URL.canParse(link) ? new URL(link).href : link;
}
