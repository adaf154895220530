import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compilePhrases, wordsOfPhrases } from '../../src/understanding/phrase-pattern.ts';

const words = (text: string): string[] => text.split(' ');

describe('phrase patterns', () => {
  it('match words, alternatives, lists, gaps and optional items', () => {
    const matcher = compilePhrases(['(has|holds) a? ~weapon ... (here|out there)'], { weapon: ['gun', 'big knife'] });
    for (const text of ['he has a gun here', 'holds big knife right over out there', 'has gun a b c here']) {
      assert.ok(matcher.matches(words(text)), text);
    }
    for (const text of ['he has a gunner here', 'has gun a b c d here', 'has a knife here', 'has a gun']) {
      assert.ok(!matcher.matches(words(text)), text);
    }
  });

  it('anchor at the ends and match beginnings of words', () => {
    assert.ok(compilePhrases(['^ report*']).matches(words('reporting it')));
    assert.ok(!compilePhrases(['^ report*']).matches(words('i report it')));
    assert.ok(compilePhrases(['danger (now|$)']).matches(words('i am in danger')));
    assert.ok(!compilePhrases(['danger $']).matches(words('danger of fire')));
  });

  it('tell where they matched, the longest choice first', () => {
    assert.deepEqual(compilePhrases(['^ (hi|hi there)']).find(words('hi there you')), { start: 0, end: 2 });
    assert.deepEqual(compilePhrases(['(please|thanks) $']).find(words('tell me please')), { start: 2, end: 3 });
    assert.equal(compilePhrases(['gun']).find(words('no weapon')), null);
  });

  it('name the phrase that cannot be read', () => {
    assert.throws(() => compilePhrases(['(a|b']), /\(a\|b/);
    assert.throws(() => compilePhrases(['~nowhere']), /nowhere/);
    assert.throws(() => compilePhrases(['what?!']), /what/);
  });

  it('list the whole words they are made of', () => {
    const found = wordsOfPhrases(['(kill|hurt) ~whom', 'threat* now'], { whom: ['me', 'my child'], unused: ['x'] });
    assert.deepEqual([...found].sort(), ['child', 'hurt', 'kill', 'me', 'my', 'now']);
  });

  it('stay quick on any words', () => {
    const matcher = compilePhrases(['a ... b ... c ... d', '(a|a a|a a a) ... (a|a a) ... z']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 150, maxLength: 200 }), (tokens) => {
        const start = performance.now();
        matcher.matches(tokens);
        assert.ok(performance.now() - start < 200);
      }),
      { numRuns: 30 },
    );
  });
});
