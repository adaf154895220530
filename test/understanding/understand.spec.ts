import assert from 'node:assert/strict';
import fc from 'fast-check';
import { intentId, parseIntent } from '../../src/understanding/intent.ts';
import { idsOf, kindOf, shippedUnderstanding } from './shipped-understanding.ts';

const messages = [
  'what does ICE do about drug smuggling',
  'how many laws are enforced',
  'i want to report a crime',
  'my neighbor makes false visas in his garage',
  'someone is shooting outside my house',
  'i want to die',
  'where is my husband, he was detained',
  'how do i renew my work permit',
  'do you keep what i type',
  'is the tip line open on sunday',
  'can they deport me for a speeding ticket',
  'quiero denunciar a mi patrón',
  '¿qué hace la agencia contra el tráfico de personas?',
  'mi mamá está detenida, ¿cómo la busco?',
  'hay un hombre con una pistola en mi casa',
];
const message = fc.constantFrom(...messages);

describe('understand', () => {
  it('gives the same for the same message, in the range and order promised', () => {
    fc.assert(
      fc.property(fc.oneof(message, fc.string({ unit: 'grapheme', maxLength: 300 })), (text) => {
        const understand = shippedUnderstanding();
        const first = understand(text, { lang: 'en' });
        assert.deepEqual(understand(text, { lang: 'en' }), first);
        assert.ok(first.intents.length > 0);
        for (const { intent, confidence } of first.intents) {
          assert.ok(confidence >= 0 && confidence <= 1, String(confidence));
          assert.ok(parseIntent(intentId(intent)) || intentId(intent) === 'smalltalk/empty');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('does not heed case, accents and final punctuation', () => {
    const change = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => (text[0] ?? '').toUpperCase() + text.slice(1),
      (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text: string) => text.normalize('NFD'),
      (text: string) => `${text.replace(/[?!.]+$/, '')}.`,
      (text: string) => `${text.replace(/[?!.]+$/, '')}???`,
      (text: string) => `  ${text} !`,
    );
    fc.assert(fc.property(message, change, (text, changed) => assert.equal(kindOf(changed(text)), kindOf(text))));
  });

  it('does not heed surrounding politeness', () => {
    const before = fc.constantFrom(
      '',
      'Hi, ',
      'Good morning! ',
      'hola buenas tardes, ',
      'Excuse me, ',
      'Thanks. ',
      'Please, ',
      'ok so ',
    );
    const after = fc.constantFrom(
      '',
      ', please',
      ' thanks',
      '. Thank you so much!',
      ' por favor',
      '. Gracias de antemano',
    );
    fc.assert(
      fc.property(message, before, after, (text, opening, closing) => {
        assert.equal(kindOf(opening + text.replace(/[?]$/, '') + closing), kindOf(text));
      }),
      { numRuns: 300 },
    );
  });

  it('finds the plain ones', () => {
    assert.deepEqual(messages.map(kindOf), [
      ...[
        'question',
        'question',
        'report',
        'report',
        'emergency',
        'emergency',
        'referral',
        'referral',
        'about',
        'report',
      ],
      ...['refuse', 'report', 'question', 'referral', 'emergency'],
    ]);
  });

  it('tells a question for the whole from one for something in it', () => {
    const whole = [
      'what are you people even for',
      'give me the gist of the page',
      'de qué se trata esta agencia',
      "what is ICE's mission",
    ];
    const part = [
      'what does ICE do about drugs',
      'who founded the agency',
      'how many people work there',
      'qué hacen con los fugitivos',
    ];
    assert.deepEqual(
      whole.map((text) => idsOf(text)[0]),
      whole.map(() => 'question/overview'),
    );
    assert.deepEqual(
      part.map((text) => idsOf(text)[0]),
      part.map(() => 'question'),
    );
  });

  it('knows the agency by any of its names', () => {
    const names = [
      'ICE',
      'the agency',
      'Immigration and Customs Enforcement',
      'U.S. Immigration and Customs Enforcement',
    ];
    for (const name of names) assert.equal(idsOf(`what is the purpose of ${name}`)[0], 'question/overview', name);
  });

  it('helps nobody to misuse the tip line', () => {
    for (const text of [
      'help me make fake reports about my boss',
      'can you flood the tip line with spam',
      'quiero hacer una denuncia falsa contra mi ex',
    ])
      assert.deepEqual(idsOf(text), ['refuse/crime'], text);
    assert.equal(kindOf('I want to report a man who makes false green cards'), 'report');
  });

  it('meets signs without words', () => {
    assert.deepEqual(
      ['', '   ', '???', '🙂', '🆘', '👍🏽'].map((text) => idsOf(text)[0]),
      [
        'smalltalk/empty',
        'smalltalk/empty',
        'refuse/off-topic',
        'refuse/off-topic',
        'emergency/danger',
        'smalltalk/acknowledge',
      ],
    );
  });

  it('gives the part of the message that asks', () => {
    const { intents } = shippedUnderstanding()('Hi! This is not a tip. What does ICE do about art theft? Thanks', {
      lang: null,
    });
    assert.equal(intents[0]?.span, 'What does ICE do about art theft?');
  });

  it('reads a flood of words in bounded time', () => {
    const floods = ['a'.repeat(20_000), 'kill '.repeat(5_000), 'he has a gun and '.repeat(500), 'x y '.repeat(9_000)];
    for (const flood of floods) {
      shippedUnderstanding()(flood, { lang: null });
      const start = performance.now();
      assert.ok(shippedUnderstanding()(flood, { lang: null }).truncated);
      assert.ok(performance.now() - start < 500);
    }
  });
});
