import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanText, MAX_CHARACTERS, MAX_WORDS } from '../../src/language/clean-text.ts';

const cases: readonly (readonly [sent: string, read: string])[] = [
  ['What does ICE do?', 'What does ICE do?'],
  ['hellllp meeee', 'help me'],
  ['sooooo goooood', 'so good'],
  ['h.e.l.p', 'help'],
  ['h e l p me', 'help me'],
  ['h🙂e🙂l🙂p', 'help'],
  ['WHAT DOES ICE DO', 'what does ice do'],
  ['whatdoesicedo', 'what does ice do'],
  ['iwanttoreportacrime', 'i want to report a crime'],
  ['quehaceice', 'que hace ice'],
  ['immigrationenforcement', 'immigration enforcement'],
  ['Ｗｈａｔ is this', 'What is this'],
  ['𝐡𝐞𝐥𝐩', 'help'],
  ['hеlр me', 'help me'],
  ['z\u200be\u200dr\u2060o', 'zero'],
  ['indocumentados', 'indocumentados'],
  ['misspeled enforcment smuggeling', 'misspeled enforcment smuggeling'],
  ['Привет мир', 'Привет мир'],
  ['¿Qué hace?', '¿Qué hace?'],
  ['   \n\t ', ''],
  ['🙂', '🙂'],
];

describe('cleanText', () => {
  for (const [sent, read] of cases) {
    it(`reads ${JSON.stringify(sent)} as ${JSON.stringify(read)}`, () => {
      assert.equal(cleanText(sent).text, read);
    });
  }

  it('says when it read only the beginning', () => {
    assert.equal(cleanText('word '.repeat(150)).truncated, false);
    assert.equal(cleanText('word '.repeat(250)).truncated, true);
    assert.equal(cleanText('a b '.repeat(110)).truncated, true);
    assert.equal(cleanText('x'.repeat(16_384)).truncated, true);
  });

  it('finds words behind invisible padding', () => {
    assert.equal(cleanText(`${'\u200b'.repeat(3000)}help`).text, 'help');
  });

  it('stays bounded, well-formed and stable on any input', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 3000 }), fc.string({ maxLength: 3000 })),
        (message) => {
          const { text } = cleanText(message);
          assert.ok(text.length <= MAX_CHARACTERS);
          assert.ok(text.isWellFormed());
          assert.ok(!/[\p{Cf}\p{Cc}]/u.test(text));
          assert.ok(text.split(' ').length <= MAX_WORDS * 20);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it('takes bounded time on hostile lengths', () => {
    for (const message of [
      'x'.repeat(65_536),
      ' '.repeat(65_536),
      'a.'.repeat(32_768),
      'é'.repeat(65_536),
      '\ufdfa'.repeat(65_536),
    ]) {
      const started = performance.now();
      cleanText(message);
      assert.ok(performance.now() - started < 200, message.slice(0, 5));
    }
  });
});
