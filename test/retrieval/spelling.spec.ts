import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createSpeller, editDistance } from '../../src/retrieval/spelling.ts';

describe('editDistance', () => {
  it('counts insertions, deletions, replacements and swaps of neighbours', () => {
    assert.equal(editDistance('terorism', 'terrorism', 2), 1);
    assert.equal(editDistance('smuggeling', 'smuggling', 2), 1);
    assert.equal(editDistance('recieve', 'receive', 2), 1);
    assert.equal(editDistance('cat', 'dog', 3), 3);
    assert.equal(editDistance('', 'abc', 5), 3);
    assert.equal(editDistance('abcdef', 'uvwxyz', 2), 3, 'more than the limit is the limit plus one');
  });

  it('is symmetric, zero only for equals, and bounded by the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = editDistance(a, b, 20);
        assert.equal(edits, editDistance(b, a, 20));
        assert.equal(edits === 0, a === b);
        assert.ok(edits <= Math.max(a.length, b.length));
      }),
      { seed: 4 },
    );
  });
});

describe('createSpeller', () => {
  const words = ['people', 'enforcement', 'form', 'farm', 'forms', 'border'];
  const speller = createSpeller(words);

  it('finds the nearest words, the more frequent and those with the same first letter first', () => {
    assert.deepEqual(speller.correct('enforcment', 1), [{ word: 'enforcement', distance: 1 }]);
    assert.deepEqual(
      speller.correct('ferm', 1).map(({ word }) => word),
      ['form', 'farm'],
    );
    assert.deepEqual(speller.correct('zebra', 1), []);
  });

  it('never misses a word that the plain distance finds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.nat(11), fc.constantFrom('x', 'e', ''), (word, at, letter) => {
        const place = at % word.length;
        const slip = word.slice(0, place) + letter + word.slice(place + 1);
        const near = words.filter((known) => editDistance(slip, known, 1) <= 1);
        assert.deepEqual(new Set(speller.correct(slip, 1).map((found) => found.word)), new Set(near));
      }),
      { seed: 5 },
    );
  });
});
