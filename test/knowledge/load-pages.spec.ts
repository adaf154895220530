import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge, loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { makeFolder, page, removeFolders } from './make-folder.ts';

const load = (files: Readonly<Record<string, string>>): Knowledge => loadKnowledgeSync(makeFolder(files));

describe('loading pages', () => {
  afterEach(removeFolders);

  it('gives the section ids of the README, in page order', () => {
    const text =
      'Insects.\n\n## Honey\n\nNectar.\n\n### Wax\n\nCandles.\n\n## Honey\n\nMead.\n\n## L’été à Zoë & Co.\n\nZebras.';
    const { sections } = load({ 'pages/bees.md': page(text), 'pages/a/tea.md': page('Leaves.', 'Tea') });
    assert.deepEqual(
      [...sections.keys()],
      ['a/tea', 'bees', 'bees/honey', 'bees/honey/wax', 'bees/honey-2', 'bees/lete-a-zoe-co'],
    );
    assert.deepEqual(
      [...sections.values()].map((section) => section.order),
      [0, 1, 2, 3, 4, 5],
    );
    assert.deepEqual(sections.get('bees/honey/wax')?.trail, ['Bees', 'Honey', 'Wax']);
  });

  it('joins a skipped level to its nearest higher heading', () => {
    const { sections } = load({
      'pages/p.md': page('## A\n\na.\n\n#### B\n\nb.\n\n### C\n\nc.\n\n# D\n\nd.\n\n### E\n\ne.'),
    });
    assert.deepEqual([...sections.keys()], ['p/a', 'p/a/b', 'p/a/c', 'p/d', 'p/d/e']);
  });

  it('takes an H1 equal to the title for the title', () => {
    const { sections } = load({ 'pages/p.md': page('# Bees\n\nIntro.\n\n## Honey\n\nSweet.') });
    assert.deepEqual([...sections.keys()], ['p', 'p/honey']);
    assert.equal(sections.get('p')?.heading, 'Bees');
  });

  it('makes no section of a heading without text, which still names those below it', () => {
    const { sections } = load({ 'pages/p.md': page('## A\n\n### B\n\nb.') });
    assert.deepEqual([...sections.keys()], ['p/a/b']);
  });

  it('takes numbers and dates as text', () => {
    const [only] = load({ 'pages/p.md': '---\ntitle: 1984\npublisher: 007\nreviewed: 2018-01-03\n---\nText.\n' }).pages;
    assert.deepEqual(
      { title: only?.title, publisher: only?.publisher, reviewed: only?.reviewed },
      { title: '1984', publisher: '007', reviewed: '2018-01-03' },
    );
  });

  it('needs only a title, and leaves other tools’ keys alone', () => {
    const [only] = load({ 'pages/p.md': '---\ntitle: T\nlayout: wide\ntags: [a, b]\nurl:\n---\nText.\n' }).pages;
    assert.deepEqual(
      { ...only, sections: [] },
      {
        id: 'p',
        title: 'T',
        url: null,
        archive: null,
        publisher: null,
        reviewed: null,
        lang: 'en',
        sections: [],
      },
    );
  });

  it('reads Windows line ends and a byte order mark', () => {
    const { sections } = load({
      'pages/p.md': '\uFEFF---\r\ntitle: T\r\n---\r\n\r\nOne.\r\nTwo.\r\n\r\n## H\r\n\r\nThree.\r\n',
    });
    assert.deepEqual(
      [...sections].map(([id, { text }]) => [id, text]),
      [
        ['p', 'One. Two.'],
        ['p/h', 'Three.'],
      ],
    );
  });

  it('keeps each sentence with its paragraph', () => {
    const section = load({ 'pages/p.md': page('One. Two.\n\nThree.\n\n- four\n- five') }).sections.get('p');
    assert.deepEqual(section?.sentences, [
      { text: 'One.', index: 0, paragraph: 0 },
      { text: 'Two.', index: 1, paragraph: 0 },
      { text: 'Three.', index: 2, paragraph: 1 },
      { text: 'four', index: 3, paragraph: 2 },
      { text: 'five', index: 4, paragraph: 3 },
    ]);
    assert.equal(section?.text, 'One. Two.\n\nThree.\n\nfour\n\nfive');
  });

  it('serves a folder with pages only: 911 and 988 are there, no tip line is', () => {
    const { agency, contacts, intents } = load({ 'pages/p.md': '---\ntitle: T\npublisher: Bee Office\n---\nText.\n' });
    assert.deepEqual([...contacts.keys()], ['emergency', 'crisis-988']);
    assert.deepEqual(
      contacts.get('emergency')?.facts.map((fact) => fact.href),
      ['tel:911'],
    );
    assert.deepEqual(
      contacts.get('crisis-988')?.facts.map((fact) => fact.href),
      ['tel:988', 'sms:988'],
    );
    assert.deepEqual([agency.tipLine, agency.tipForm, agency.topics, agency.people, intents], [null, null, [], [], []]);
    assert.deepEqual(agency.name, { en: 'Bee Office', es: 'Bee Office' });
  });

  it('calls the agency after its only page, else neutrally', () => {
    assert.equal(load({ 'pages/p.md': page('Text.', 'Bees') }).agency.name.en, 'Bees');
    const two = load({ 'pages/p.md': page('Text.'), 'pages/q.md': page('Text.') });
    assert.deepEqual(two.agency.name, { en: 'this agency', es: 'esta agencia' });
  });

  it('gives a fresh object and the same hash each time, another hash after any change', async () => {
    const files = { 'pages/p.md': page('Text.'), 'agency.yaml': 'name: A\n' };
    const dir = makeFolder(files);
    const [one, two] = await Promise.all([loadKnowledge(dir), loadKnowledge(dir)]);
    assert.notEqual(one, two);
    assert.deepEqual(one, two);
    assert.match(one.contentHash, /^[0-9a-f]{64}$/);
    assert.equal(load(files).contentHash, one.contentHash);
    assert.notEqual(load({ ...files, 'pages/p.md': page('Texts.') }).contentHash, one.contentHash);
    assert.notEqual(
      load({ 'pages/q.md': files['pages/p.md'], 'agency.yaml': 'name: A\n' }).contentHash,
      one.contentHash,
    );
  });

  it('gives every sentence word for word, whatever the markup around it', () => {
    const words = fc.constantFrom(
      'Bees',
      'U.S.',
      'fly.',
      '**bold**',
      '[link](https://a.gov)',
      '`code`',
      'Why?',
      '5',
      '“so”',
      '&',
      'No.',
    );
    const line = fc.array(words, { minLength: 1, maxLength: 15 }).map((list) => list.join(' '));
    const prefix = fc.constantFrom('', '- ', '> ', '1. ', '## ');
    const block = fc
      .tuple(prefix, line)
      .map(([before, text]) => (before === '## ' ? `## ${text}\n\nBelow.` : before + text));
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        const knowledge = load({ 'pages/p.md': page(['Start.', ...blocks].join('\n\n')) });
        for (const section of knowledge.sections.values()) {
          let position = 0;
          for (const { text } of section.sentences) {
            const found = section.text.indexOf(text, position);
            assert.ok(found >= position, `"${text}" is not in its section's text`);
            position = found + text.length;
          }
        }
        const shown = [...knowledge.sections.values()].flatMap((section) => [section.heading, section.text]).join(' ');
        const written = blocks.join(' ').replace(/\*\*|`|\[(?=link)|\]\(https:\/\/a\.gov\)/g, '');
        for (const word of written.match(/[\p{L}“”?&]+\.?/gu) ?? []) assert.ok(shown.includes(word), word);
      }),
      { numRuns: 60 },
    );
  });
});
