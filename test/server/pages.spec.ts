import assert from 'node:assert/strict';
import { parseHTML } from 'linkedom';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { chatPage } from '../../src/server/pages/chat-page.ts';
import { demoPage } from '../../src/server/pages/demo-page.ts';
import { html, type PageContext } from '../../src/server/pages/page.ts';

describe("the server's pages", () => {
  const knowledge = loadKnowledgeSync('knowledge');
  const assets = {
    files: [],
    find: () => undefined,
    pageStyle: '/widget/pages-0.css',
    demoScript: '/widget/demo-0.js',
  };
  const context = (parts: Partial<PageContext> = {}): PageContext => ({
    knowledge,
    assets,
    basePath: '/assistant',
    publicUrl: 'https://assistant.example.gov',
    lang: 'en',
    official: false,
    ...parts,
  });

  it('escape everything that is put into them', () => {
    assert.equal(
      html`<p title="${'"><script>'}">${"<b>&'"}</p>`.markup,
      '<p title="&#34;&#62;&#60;script&#62;">&#60;b&#62;&#38;&#39;</p>',
    );
  });

  for (const [name, page] of [
    ['the demo page', demoPage],
    ['the full page', chatPage],
  ] as const) {
    it(`name 911 and the tip line in plain HTML: ${name}`, () => {
      const { document } = parseHTML(page(context()).html);
      const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
      assert.ok(links.includes('tel:911'));
      assert.ok(links.includes('tel:+18663472423'));
    });

    it(`hold no script, style or handler of their own, so that the strict policy lets them work: ${name}`, () => {
      const { html: text, headers } = page(context());
      const { document } = parseHTML(text);
      assert.equal(document.querySelectorAll('style, [style]').length, 0);
      assert.ok(
        [...document.querySelectorAll('script')].every(
          (script) => script.textContent === '' && script.getAttribute('src')?.startsWith('/assistant/'),
        ),
      );
      assert.doesNotMatch(text, / on[a-z]+=/);
      assert.match(headers['content-security-policy']!, /^default-src 'none'; .*trusted-types 'none'/);
    });

    it(`speak the language they are asked for: ${name}`, () => {
      const { document } = parseHTML(page(context({ lang: 'es' })).html);
      assert.equal(document.documentElement.lang, 'es');
      assert.match(document.body.textContent ?? '', /Denunciar un delito/);
    });

    it(`call themselves unofficial unless told otherwise: ${name}`, () => {
      assert.match(page(context()).html, /not an official government service/);
      assert.doesNotMatch(page(context({ official: true })).html, /not an official government service/);
    });
  }

  it('work for an agency without a tip line', () => {
    const bare: Knowledge = { ...knowledge, agency: { ...knowledge.agency, tipLine: null, tipForm: null } };
    const { html: text } = demoPage(context({ knowledge: bare }));
    assert.doesNotMatch(text, /866-347|Report a crime/);
    assert.match(text, /tel:911/);
  });

  it('show the page that answers come from, word for word', () => {
    const { document } = parseHTML(demoPage(context()).html);
    const shown = (document.body.textContent ?? '').replace(/\s+/g, ' ');
    for (const section of knowledge.sections.values()) {
      for (const sentence of section.sentences) assert.ok(shown.includes(sentence.text), sentence.text);
    }
  });
});
