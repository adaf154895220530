import { isOld, longDate } from '../src/conversation/long-date.ts';
import { sourceOfPage } from '../src/conversation/page-source.ts';
import type { Page } from '../src/knowledge/knowledge.ts';
import type { Scene } from './dialog.ts';
import { baseOf, languageName, listed } from './in-words.ts';
import type { ReplyDraft } from './make-reply.ts';
import { pageOf } from './passages.ts';

const pagesAtMost = 3;

/** When the page was last reviewed, from its front matter; an old page is called old. */
export function reviewed(scene: Scene): ReplyDraft {
  const pages = pagesMeant(scene);
  return { before: pages.map((page) => reviewLine(scene, page)), sources: sources(scene, pages) };
}

/** Where the answers come from: the page, its publisher, and what the link opens. */
export function source(scene: Scene): ReplyDraft {
  const pages = pagesMeant(scene);
  const publishers = [...new Set(pages.map(({ publisher }) => publisher).filter((name) => name !== null))];
  return {
    before: [scene.say('about.source')],
    sources: sources(scene, pages),
    after: [
      ...(publishers.length > 0 ? [scene.say('about.publisher', { publisher: listed(scene, publishers) })] : []),
      ...(pages.some(({ archive }) => archive !== null) ? [scene.say('about.archived')] : []),
    ],
  };
}

/** Which languages are read, and which the pages are in. */
export function languages(scene: Scene): ReplyDraft {
  const tags = [...new Set(scene.parts.knowledge.pages.map(({ lang }) => baseOf(lang)))];
  const spoken = tags.map((tag) => languageName(scene, tag));
  return {
    before: [scene.say('about.languages'), scene.say('about.pageLanguages', { languages: listed(scene, spoken) })],
  };
}

/** The page last answered from; else the first of the folder. */
function pagesMeant(scene: Scene): readonly Page[] {
  const section = scene.parts.knowledge.sections.get(scene.state.section ?? '');
  const page = section && pageOf(scene, section);
  return page ? [page] : scene.parts.knowledge.pages.slice(0, pagesAtMost);
}

function reviewLine(scene: Scene, page: Page): string {
  if (page.reviewed === null) return scene.say('about.notReviewed', { page: page.title });
  const values = { page: page.title, date: longDate(page.reviewed, scene.lang) };
  return isOld(page.reviewed, scene.today)
    ? scene.say('about.reviewedOld', values)
    : scene.say('about.reviewed', values);
}

function sources(scene: Scene, pages: readonly Page[]) {
  return pages.map((page) => sourceOfPage(page, scene));
}
