import assert from 'node:assert/strict';
import fc from 'fast-check';
import { splitSentences } from '../../src/knowledge/split-sentences.ts';

/** `|` marks where one sentence ends and the next begins. */
const cases: Readonly<Record<string, readonly string[]>> = {
  'plain sentences': ['Bees fly. |They sting? |Run! |Done.', 'hello', 'Really?! |Yes.'],
  'dotted abbreviations': [
    'Close work with U.S. Customs and Border Protection, U.S. Citizenship and Immigration Services, and others.',
    'Before they enter the U.S. or finding them there.',
    'They left the U.S. |The case ended.',
    'He works in Washington, D.C. |He likes it.',
    'Open at 8 a.m. Monday to Friday.',
    'It closes at 5 p.m. |If you are late, wait.',
  ],
  'titles and names': [
    'Dr. Smith met Gov. Lee.',
    'J. Edgar Hoover and James T. Kirk spoke.',
    'Smith v. Jones was decided. |It stands.',
  ],
  'companies and months': [
    'Acme Inc. Chairman Bo spoke.',
    'Acme Inc. |The company.',
    'On Jan. 5, 2018 it snowed. |It melted.',
  ],
  numbers: [
    'The rate is 3.5 percent. |Fine.',
    'See No. 5 and Sec. 7 of 8 U.S.C. 1324(a).',
    'It rose by two percent. |2018 was a good year.',
    'It costs $5. |You pay.',
    'No. |That is wrong.',
  ],
  'list numbers': ['1. Fill in the form. |2. Send it.', '(1) Three. |(2) Four.'],
  'quotes and brackets': [
    '“We did it.” |The agent left.',
    '“Why?” he said.',
    '(See above.) |Next.',
    'He said “Stop.” and left.',
  ],
  'links and numbers to call': ['Visit ice.gov. |Call 1-800-555-0100. |It is free.'],
  ellipses: ['Wait… what?', 'It goes on... |Then it ends.'],
  'inner abbreviations': ['Use tools, e.g. hammers, i.e. the law.', 'Kirk et al. |The case.'],
  Spanish: ['El Sr. Pérez llegó. |¿Qué hace? |¡Corra! |Dijo que no.'],
  'other scripts': ['日本語です。|次の文。'],
  bullets: ['• First thing. |• Second thing.'],
};

describe('splitSentences', () => {
  for (const [name, marked] of Object.entries(cases)) {
    it(`splits ${name}`, () => {
      for (const text of marked)
        assert.deepEqual(
          splitSentences(text.replaceAll('|', '')),
          text.split(/ ?\|/).map((part) => part.trim()),
        );
    });
  }

  it('gives nothing for nothing', () => assert.deepEqual(splitSentences('  '), []));

  const word = fc.constantFrom(
    'Bees',
    'fly',
    'U.S.',
    'Dr.',
    'No.',
    '5',
    '3.5',
    '“Why?”',
    '(so)',
    'a.m.',
    'end.',
    'Stop!',
    '¿Qué?',
    '…',
    '2018',
    'J.',
    '[1]',
    '•',
    '\u00a0x',
  );
  const paragraph = fc.oneof(
    fc.array(word, { maxLength: 40 }).map((words) => words.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/\s+/g, ' ').trim()),
  );

  it('loses and adds nothing: the sentences are slices in order, and only white space stands between them', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        let position = 0;
        for (const sentence of splitSentences(text)) {
          assert.notEqual(sentence, '');
          const found = text.indexOf(sentence, position);
          assert.equal(text.slice(position, found).trim(), '');
          position = found + sentence.length;
        }
        assert.equal(text.slice(position).trim(), '');
      }),
      { numRuns: 500 },
    );
  });

  it('stays quick on a huge paragraph', () => {
    const started = performance.now();
    splitSentences('U.S. '.repeat(50_000));
    splitSentences(`${'x'.repeat(1_000_000)} b. C`);
    // Quadratic code takes minutes here; this takes a fifth of a second.
    assert.ok(performance.now() - started < 10_000);
  });
});
