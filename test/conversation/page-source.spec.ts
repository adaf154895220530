import assert from 'node:assert/strict';
import { sourceOfPage, sourceOfPassage } from '../../src/conversation/page-source.ts';
import { loadWording } from '../../src/conversation/wording.ts';
import type { Lang, Page } from '../../src/knowledge/knowledge.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';

const [page] = loadKnowledgeSync('knowledge').pages;
const wording = loadWording();
const reader = (lang: Lang = 'en', today = '2026-11-24') => ({ lang, say: wording[lang], today });
const label = (changes: Partial<Page>, lang: Lang = 'en', today?: string) =>
  sourceOfPage({ ...page!, ...changes }, reader(lang, today)).label;

describe('a source', () => {
  it('names section, page and date, and links to the archived copy at the passage', () => {
    const section = page!.sections.at(-1)!;
    const source = sourceOfPassage(page!, section, section.sentences[0]!.text, reader());
    assert.equal(source.label, 'Preventing Terrorism · What We Do, reviewed January 3, 2018 (old page, archived copy)');
    assert.ok(source.url?.startsWith(`${page!.archive}#:~:text=Most%20ICE`), source.url ?? 'no url');
    assert.deepEqual([source.archived, source.old, source.reviewed], [true, true, '2018-01-03']);
  });

  it('speaks Spanish', () =>
    assert.equal(label({}, 'es'), 'What We Do, revisada el 3 de enero de 2018 (página antigua, copia archivada)'));

  it('calls a page old from a year and a day on', () => {
    assert.equal(label({ archive: null }, 'en', '2019-01-03'), 'What We Do, reviewed January 3, 2018');
    assert.equal(label({ archive: null }, 'en', '2019-01-04'), 'What We Do, reviewed January 3, 2018 (old page)');
  });

  it('does not name the page twice over its own first section', () => {
    const [first] = page!.sections;
    assert.equal(sourceOfPassage(page!, first!, 'x', reader()).label, label({}));
  });

  it('says so where no date is given, and has no link where the page has no address', () => {
    const silent = sourceOfPage({ ...page!, reviewed: null, archive: null, url: null }, reader());
    assert.equal(silent.label, 'What We Do, review date not given');
    assert.deepEqual([silent.url, silent.archived, silent.old], [null, false, true]);
  });

  it('links to the live page where there is no archived copy', () =>
    assert.equal(sourceOfPage({ ...page!, archive: null }, reader()).url, 'https://www.ice.gov/overview'));
});
