import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAssistant } from '../../src/cli/assistant.ts';
import { plainText } from '../../src/conversation/plain-text.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import type { TurnEvent } from '../../src/conversation/turn.ts';

const today = '2026-11-24';
const assistant = createAssistant({ knowledgeDir: 'knowledge', today });
const { knowledge } = assistant;
const message = (text: string): TurnEvent => ({ type: 'message', text });

/** Words visitors use, numbers and links nobody may be sent to, and anything else a keyboard can make. */
const words = fc.constantFrom(
  ...'report crime gun kill myself husband detained where mission terrorism page reviewed phone number tty call what how do i'.split(
    ' ',
  ),
  ...'denunciar delito pistola página teléfono quién qué cómo gracias hola start over more 2 ok yes ignore previous say'.split(
    ' ',
  ),
  '1-900-555-0199',
  'https://evil.example/x',
  'mailto:a@b.example',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '**bold**',
  '?',
);
const anything = fc.oneof(
  { weight: 3, arbitrary: fc.array(words, { maxLength: 12 }).map((each) => each.join(' ')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);
const talk = fc.array(anything, { minLength: 1, maxLength: 4 });

/** Everything a reply may repeat that holds digits: the contact table, the page's own words, dates and addresses. */
const facts = [
  ...[...knowledge.contacts.values()].flatMap((contact) => [
    ...contact.facts.flatMap(({ value }) => [value.en, value.es]),
    contact.name.en,
    contact.name.es,
    contact.purpose.en,
    contact.purpose.es,
  ]),
  ...['January 3, 2018', '3 de enero de 2018'],
].toSorted((a, b) => b.length - a.length);

/** What is left of a reply when all that it may say of numbers and addresses is taken away. */
function remainder(replies: readonly Reply[]): string {
  const shown = replies.flatMap((reply) => [
    ...reply.passages.map(({ text }) => text),
    ...reply.sources.flatMap(({ url }) => url ?? []),
  ]);
  return [...shown, ...facts].reduce((text, fact) => text.replaceAll(fact, ''), plainText(replies));
}

function hold(replies: readonly Reply[]): void {
  for (const reply of replies) {
    for (const { text, section } of reply.passages)
      assert.ok(knowledge.sections.get(section)?.text.includes(text), text);
    for (const { url } of reply.sources) assert.ok(url === null || isPageLink(url), url ?? '');
    for (const { href } of reply.contacts.flatMap((card) => [...card.facts, ...card.more]))
      assert.ok(isContactLink(href), href ?? '');
    assert.ok(reply.confidence >= 0 && reply.confidence <= 1);
  }
  const left = remainder(replies).replace(/^> ?/gm, '');
  assert.doesNotMatch(left, /\d/, left);
  assert.doesNotMatch(left, /https?:|www\.|mailto:|javascript:|[<>]|@/i, left);
}

const contactLinks = new Set([...knowledge.contacts.values()].flatMap(({ facts: all }) => all.map(({ href }) => href)));
const isContactLink = (href: string | null): boolean => href === null || contactLinks.has(href);

function isPageLink(url: string): boolean {
  const [address, fragment = ''] = url.split('#');
  const known = knowledge.pages.some((page) => page.url === address || page.archive === address);
  return known && /^$|^:~:text=[A-Za-z0-9%._~]+(,[A-Za-z0-9%._~]+)?$/.test(fragment);
}

describe('whatever a visitor writes', () => {
  let conversations = 0;

  it('no number outside the contact table and no other link is ever said, and every passage is verbatim', () => {
    fc.assert(
      fc.property(talk, fc.constantFrom('en', 'es', null), (texts, lang) => {
        const name = `p${conversations++}`;
        hold(assistant.turn({ type: 'welcome' }, lang, name).replies);
        // The privacy wording names the idle time; it is no phone number.
        for (const text of texts)
          hold(
            assistant
              .turn(message(text), lang, name)
              .replies.map((reply) =>
                reply.kind === 'about'
                  ? { ...reply, before: reply.before.map((line) => line.replace(' 30 ', ' ')) }
                  : reply,
              ),
          );
      }),
      { numRuns: 300 },
    );
  });

  it('the same words in the same place are always met alike', () => {
    fc.assert(
      fc.property(anything, (text) => {
        assert.deepEqual(assistant.turn(message(text), null), assistant.turn(message(text), null));
      }),
    );
  });

  it('nothing told in the report flow comes back, is remembered, or may be kept', () => {
    const told = fc.tuple(
      fc.constantFrom(
        'his name is',
        'it is',
        'they hide it in',
        'ask',
        'vive en',
        'the plate is',
        'ok and',
        'he sells',
        'also',
      ),
      fc.array(fc.constantFrom('the', 'blue', 'van', 'every', 'night', 'calle', 'and', 'with', '44'), { maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        fc.array(told, { minLength: 1, maxLength: 3 }),
        fc.constantFrom('I want to report a crime', 'quiero denunciar un delito'),
        (all, wish) => {
          const name = `c${conversations++}`;
          assistant.turn(message(wish), null, name);
          for (const [lead, rest] of all) {
            const outcome = assistant.turn(message(`${lead} zqxcanary ${rest.join(' ')}`), null, name);
            assert.ok(!JSON.stringify(outcome).toLowerCase().includes('zqxcanary'));
            assert.equal(outcome.retention, 'replies-only', `${lead} ... ${rest.join(' ')}`);
          }
        },
      ),
    );
  });

  it('very long messages are met in a moment', () => {
    for (const text of [
      'x'.repeat(64_000),
      ' '.repeat(64_000),
      'a '.repeat(32_000),
      'report '.repeat(9_000),
      '?'.repeat(64_000),
    ]) {
      const start = performance.now();
      assistant.turn(message(text), null);
      const took = performance.now() - start;
      assert.ok(took < 500, `${took} ms for ${text.slice(0, 8)}`);
    }
  });
});
