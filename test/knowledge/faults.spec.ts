import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { KnowledgeError } from '../../src/knowledge/fault.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { maxFileBytes } from '../../src/knowledge/read-folder.ts';
import { makeFolder, page, removeFolders } from './make-folder.ts';

/** The faults of a folder, as the operator reads them. */
function faultsIn(dir: string): string[] {
  try {
    loadKnowledgeSync(dir);
  } catch (error) {
    assert.ok(error instanceof KnowledgeError, String(error));
    assert.equal(error.code, 'KNOWLEDGE_INVALID');
    for (const { file, line, message } of error.faults)
      assert.ok(error.message.includes(`${file}:${line}: ${message}`));
    return error.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`);
  }
  return [];
}

const faultsOf = (files: Readonly<Record<string, string | Uint8Array>>): string[] => faultsIn(makeFolder(files));

const fact = (value: string): string =>
  `tip-line:\n  name: Tips\n  purpose: Tips\n  facts:\n    - ${value}\n      source: s\n      checked: 2026-01-01\n      confidence: H\n`;

describe('faults of a knowledge folder', () => {
  afterEach(removeFolders);

  it('tells them all at once, by file and line', () => {
    const faults = faultsOf({
      'pages/a.md': 'no front matter',
      'pages/b.md': '---\ntitle: B\nreviewed: 01/03/2018\nurl: ice.gov\n---\nText.',
      'contacts.yaml': fact('phone: 1-866-DHS-2-ICE (1-866-347-2424)'),
      'agency.yaml':
        'name: A\ntipLine: tips\ntopics:\n  jobs:\n    name: Jobs\n    say: Call 802-872-6199\n    contacts: [jobs]\n',
    });
    assert.deepEqual(
      faults.map((fault) => fault.replace(/: .*/, '')),
      ['agency.yaml:6', 'contacts.yaml:5', 'pages/a.md:1', 'pages/b.md:3', 'pages/b.md:4'],
    );
  });

  const one: readonly [name: string, files: Readonly<Record<string, string | Uint8Array>>, expected: RegExp][] = [
    ['broken front matter', { 'pages/p.md': '---\ntitle: T\nurl: [a\n---\nText.' }, /^pages\/p\.md:\d: broken YAML/],
    [
      'a missing title',
      { 'pages/p.md': '---\nurl: https://a.gov\n---\nText.' },
      /^pages\/p\.md:2: title: a title is missing/,
    ],
    ['an empty title', { 'pages/p.md': '---\ntitle:\n---\nText.' }, /^pages\/p\.md:2: title: the title is empty/],
    [
      'front matter without an end',
      { 'pages/p.md': '---\ntitle: T\nText.' },
      /^pages\/p\.md:1: the page has no front matter/,
    ],
    [
      'a key that stands twice',
      { 'pages/p.md': '---\ntitle: T\ntitle: U\n---\nText.' },
      /^pages\/p\.md:3: `title` stands here a second/,
    ],
    ['an empty page', { 'pages/p.md': page('## Only a heading') }, /^pages\/p\.md:1: the page is empty/],
    [
      'a day that does not exist',
      { 'pages/p.md': '---\ntitle: T\nreviewed: 2018-02-30\n---\nText.' },
      /^pages\/p\.md:3: reviewed: this is no date/,
    ],
    [
      'a script as address',
      { 'pages/p.md': '---\ntitle: T\nurl: javascript:alert(1)\n---\nText.' },
      /^pages\/p\.md:3: url: this is no web address/,
    ],
    [
      'a language that is none',
      { 'pages/p.md': '---\ntitle: T\nlang: english please\n---\nText.' },
      /^pages\/p\.md:3: lang: /,
    ],
    [
      'bytes that are not UTF-8',
      { 'pages/p.md': Buffer.from('---\ntitle: T\n---\n\xE9t\xE9', 'latin1') },
      /^pages\/p\.md:4: .*UTF-8/,
    ],
    ['a file too large', { 'pages/p.md': page('x '.repeat(maxFileBytes / 2)) }, /^pages\/p\.md:1: .*more than 2 MiB/],
    ['no page at all', { 'agency.yaml': 'name: A' }, /^pages:1: there is no page/],
    [
      'a file name that is not read',
      { 'pages/p.md': page('Text.'), 'contacts.yml': '' },
      /^contacts\.yml:1: .*rename it to contacts\.yaml/,
    ],
    [
      'broken YAML',
      { 'pages/p.md': page('Text.'), 'agency.yaml': 'name: A\nshortName: "A\n' },
      /^agency\.yaml:\d: broken YAML/,
    ],
    [
      'an unknown key',
      { 'pages/p.md': page('Text.'), 'agency.yaml': 'name: A\ntipline: x\n' },
      /`tipline` is not known here/,
    ],
    [
      'a contact that is not in the table',
      { 'pages/p.md': page('Text.'), 'agency.yaml': 'name: A\npeople:\n  - emergency\n  - bo\n' },
      /^agency\.yaml:4: there is no contact `bo`/,
    ],
    [
      'a list where a text belongs',
      { 'pages/p.md': page('Text.'), 'agency.yaml': 'name:\n  en: [a]\n' },
      /^agency\.yaml:2: name\.en: /,
    ],
    [
      'a fact of two kinds',
      { 'pages/p.md': page('Text.'), 'contacts.yaml': fact('phone: 911\n      tty: 711') },
      /^contacts\.yaml:5: .*exactly one of/,
    ],
    [
      'an address without https',
      { 'pages/p.md': page('Text.'), 'contacts.yaml': fact('url: http://a.gov') },
      /^contacts\.yaml:5: .*https/,
    ],
    [
      'a number in a contact’s name',
      {
        'pages/p.md': page('Text.'),
        'contacts.yaml': fact('phone: 911').replace('name: Tips', 'name: Tips 802-872-6199'),
      },
      /^contacts\.yaml:2: tip-line\.name: numbers and links/,
    ],
    [
      'a fact without source',
      { 'pages/p.md': page('Text.'), 'contacts.yaml': fact('phone: 911').replace(/ +source.*\n/, '') },
      /^contacts\.yaml:5: .*source .* is missing/,
    ],
    [
      'an intent’s odd name',
      { 'pages/p.md': page('Text.'), 'intents.yaml': 'Report It: {en: [a]}\n' },
      /^intents\.yaml:1: /,
    ],
    [
      'examples of a topic that does not exist',
      { 'pages/p.md': page('Text.'), 'intents.yaml': 'report: { en: [a] }\nreferral/jobs: { en: [b] }\n' },
      /^intents\.yaml:2: agency\.yaml has no topic `jobs`/,
    ],
    [
      'a glossary line without a colon',
      { 'pages/p.md': page('Text.'), 'vocabulary.yaml': 'glossary: |\n  a: b\n\n  c\n' },
      /^vocabulary\.yaml:4: /,
    ],
    [
      'an everyday line without a colon',
      { 'pages/p.md': page('Text.'), 'vocabulary.yaml': 'everyday: |\n  a: b\n\n  c\n' },
      /^vocabulary\.yaml:4: /,
    ],
    [
      'a synonym alone',
      { 'pages/p.md': page('Text.'), 'vocabulary.yaml': 'synonyms:\n  - [a, b]\n  - [c]\n' },
      /^vocabulary\.yaml:3: /,
    ],
  ];
  for (const [name, files, expected] of one) {
    it(`tells ${name}`, () => {
      const faults = faultsOf(files);
      assert.equal(faults.length, 1, faults.join('\n'));
      assert.match(faults[0] ?? '', expected);
    });
  }

  it('tells a folder that is not there', () => {
    assert.match(faultsIn(join(makeFolder({}), 'nowhere')).join(), /nowhere cannot be read/);
  });

  it('follows a link inside the folder, never out of it', function () {
    if (process.platform === 'win32') this.skip();
    const outside = makeFolder({ 'secret.md': page('Secret.') });
    const dir = makeFolder({ 'pages/p.md': page('Text.'), 'store/q.md': page('Inside.') });
    symlinkSync(join(dir, 'store/q.md'), join(dir, 'pages/q.md'));
    assert.deepEqual([...loadKnowledgeSync(dir).sections.keys()], ['p', 'q']);
    symlinkSync(join(outside, 'secret.md'), join(dir, 'pages/r.md'));
    symlinkSync(join(dir, 'nowhere.md'), join(dir, 'pages/s.md'));
    assert.deepEqual(
      faultsIn(dir).map((fault) => fault.slice(0, 40)),
      ['pages/r.md:1: this link leads out of the', 'pages/s.md:1: this link leads nowhere; p'],
    );
  });
});
