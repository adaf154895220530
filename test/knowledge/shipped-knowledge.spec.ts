import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Localized } from '../../src/knowledge/knowledge.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';

const { agency, contacts, pages, sections, vocabulary } = loadKnowledgeSync('knowledge');

describe('the knowledge that ships', () => {
  it('holds the page "What We Do" in four sections', () => {
    assert.deepEqual(
      [...sections.keys()],
      [
        'what-we-do',
        'what-we-do/immigration-enforcement',
        'what-we-do/investigating-illegal-movement-of-people-and-goods',
        'what-we-do/preventing-terrorism',
      ],
    );
    const [only] = pages;
    assert.equal(only?.reviewed, '2018-01-03');
    assert.equal(only?.url, 'https://www.ice.gov/overview');
    assert.match(only?.archive ?? '', /^https:\/\/webharvest\.gov\/.*\/https:\/\/www\.ice\.gov\/overview$/);
  });

  it('gives each sentence as it stands in the file', () => {
    const file = readFileSync('knowledge/pages/what-we-do.md', 'utf8');
    for (const section of sections.values())
      for (const { text } of section.sentences) assert.ok(file.includes(text), text);
    assert.equal([...sections.values()].flatMap((section) => section.sentences).length, 16);
  });

  it('never ends a sentence at "U.S."', () => {
    const all = [...sections.values()].flatMap((section) => section.sentences.map(({ text }) => text));
    assert.deepEqual(
      all.filter((text) => /U\.S\.$/.test(text) || !/\.$/.test(text)),
      [],
    );
  });

  it('has every contact that is known, the local police without a number', () => {
    assert.equal(contacts.size, 20);
    assert.deepEqual(contacts.get('local-police')?.facts, []);
    assert.equal(contacts.get('ice-tip-line')?.facts[0]?.href, 'tel:+18663472423');
    assert.equal(contacts.get('emergency')?.facts[0]?.href, 'tel:911');
    assert.equal(contacts.get('trafficking-hotline')?.facts.find(({ kind }) => kind === 'text')?.href, 'sms:233733');
  });

  it('shows nothing that was found unconfirmed', () => {
    const values = [...contacts.values()].flatMap(({ facts }) =>
      facts.map(({ value, href }) => `${value.en} ${value.es} ${href}`),
    );
    for (const value of values) assert.doesNotMatch(value, /@|mailto:|ice\.gov\/tips\b|BE-ALERT|VINE/i);
  });

  it('says everything in both languages', () => {
    const texts: Localized[] = [
      ...[...contacts.values()].flatMap(({ purpose, facts }) => [
        purpose,
        ...facts.filter(({ href }) => !href).map(({ value }) => value),
      ]),
      ...agency.topics.flatMap(({ name, say }) => [name, say]),
    ];
    for (const { en, es } of texts) assert.notEqual(en, es);
    assert.equal(agency.examples.en.length, agency.examples.es.length);
  });

  it('knows every topic, and sends families and complaints to their own contacts only', () => {
    assert.deepEqual(agency.topics.map(({ id }) => id).toSorted(), [
      'cbp',
      'child_exploitation',
      'complaint_officer',
      'detained_relative',
      'detention_conditions',
      'foia',
      'jobs',
      'local_police',
      'missing_child',
      'press',
      'uscis',
      'victim_help',
    ]);
    for (const topic of agency.topics) {
      assert.ok(!topic.contacts.some((id) => id === agency.tipLine || id === agency.tipForm), topic.id);
    }
    for (const id of ['detained_relative', 'detention_conditions', 'complaint_officer', 'missing_child']) {
      assert.equal(agency.topics.find((topic) => topic.id === id)?.offerReport, false, id);
    }
  });

  it('names 911 first where somebody may be in danger', () => {
    const first = agency.topics.filter(({ dangerFirst }) => dangerFirst).map(({ id }) => id);
    for (const id of ['victim_help', 'missing_child', 'child_exploitation']) assert.ok(first.includes(id), id);
  });

  it('says calmly what it says: no exclamation mark, no number, no link', () => {
    for (const { say } of agency.topics)
      for (const text of [say.en, say.es]) assert.doesNotMatch(text, /!|\d|https?:|\.gov/);
  });

  it('translates the words a Spanish question is made of', () => {
    const { glossary } = vocabulary;
    assert.ok(Object.keys(glossary).length >= 1500);
    for (const [form, english] of Object.entries(glossary)) {
      assert.match(form, /^[a-z0-9]+([ -][a-z0-9]+)*$/);
      assert.ok(english.length >= 1 && english.length <= 12, `${form}: ${english}`);
    }
    const known: readonly [form: string, english: string][] = [
      ['trata de personas', 'human trafficking'],
      ['detuvieron', 'detain'],
      ['fronteras', 'border'],
      ['xq', 'why'],
      ['migra', 'immigration'],
      ['chueco', 'fake'],
      ['armas', 'gun'],
      ['investigan', 'investigate'],
    ];
    for (const [form, english] of known) assert.ok(glossary[form]?.includes(english), form);
  });
});
