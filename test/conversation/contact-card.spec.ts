import assert from 'node:assert/strict';
import { contactCard, mainAddress } from '../../src/conversation/contact-card.ts';
import { loadWording } from '../../src/conversation/wording.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';

const { contacts } = loadKnowledgeSync('knowledge');
const wording = loadWording();
const tipLine = contacts.get('ice-tip-line')!;

describe('a contact card', () => {
  it('shows the number at once and keeps TTY and calls from abroad for who asks', () => {
    const card = contactCard(tipLine, 'en', wording.en);
    assert.equal(card.facts[0]?.value, '1-866-DHS-2-ICE (1-866-347-2423)');
    assert.equal(card.facts[0]?.href, 'tel:+18663472423');
    assert.deepEqual(
      card.more.map(({ kind, label, value }) => [kind, label, value]),
      [
        ['abroad', 'From outside the country', '802-872-6199'],
        ['tty', 'TTY', '802-872-6196'],
      ],
    );
  });

  it('shows what was asked for first', () => {
    const card = contactCard(tipLine, 'es', wording.es, ['tty']);
    assert.deepEqual(card.facts[0], { kind: 'tty', label: 'TTY', value: '802-872-6196', href: 'tel:+18028726196' });
    assert.deepEqual(
      card.more.map(({ kind }) => kind),
      ['abroad'],
    );
  });

  it('invents and drops nothing', () => {
    for (const contact of contacts.values())
      for (const lang of ['en', 'es'] as const) {
        const card = contactCard(contact, lang, wording[lang]);
        const shown = [...card.facts, ...card.more].map(({ kind, value, href }) => ({ kind, value, href }));
        const given = contact.facts.map(({ kind, value, href }) => ({ kind, value: value[lang], href }));
        assert.deepEqual(
          new Set(shown.map((fact) => JSON.stringify(fact))),
          new Set(given.map((fact) => JSON.stringify(fact))),
        );
      }
  });

  it('knows the address to turn to', () => {
    assert.equal(mainAddress(contacts.get('emergency')!, 'en'), '911');
    assert.equal(mainAddress(contacts.get('detainee-locator')!, 'en'), 'https://locator.ice.gov');
    assert.equal(mainAddress(contacts.get('local-police')!, 'en'), null);
  });
});
