import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentenceVector, similarity } from '../../src/language/sentence-vector.ts';
import { stem } from '../../src/language/stem.ts';
import { MAX_TOKEN_LENGTH, tokenize } from '../../src/language/tokenize.ts';
import { rarity, wordRank, wordVectors } from '../../src/language/word-vectors.ts';

describe('tokenize', () => {
  it('closes up apostrophes, points and thousands, and drops possessives and accents', () => {
    assert.deepEqual(tokenize('The U.S. agency’s 1,200 cafés don’t close.'), [
      'the',
      'us',
      'agency',
      '1200',
      'cafes',
      'dont',
      'close',
    ]);
  });

  it('gives bounded tokens of letters and digits for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const token of tokenize(text)) {
          assert.ok(token.length > 0 && token.length <= MAX_TOKEN_LENGTH);
          assert.match(token, /^[\p{L}\p{N}\ufffd\ud800-\udfff]+$/u);
        }
      }),
      { seed: 2 },
    );
  });
});

describe('stem', () => {
  it('joins inflections in both languages, with or without accents', () => {
    assert.equal(stem('enforces', 'en'), stem('enforcement', 'en'));
    assert.equal(stem('focuses', 'en'), stem('focus', 'en'));
    assert.equal(stem('analyses', 'en'), stem('analysis', 'en'));
    assert.equal(stem('detain', 'en'), stem('detention', 'en'));
    assert.equal(stem('applying', 'en'), stem('applications', 'en'));
    for (const word of ['constructor', 'valueof', 'tostring']) assert.equal(typeof stem(word, 'en'), 'string');
    assert.equal(stem('investigacion', 'es'), stem('investigaciones', 'es'));
    assert.equal(stem('trabajadores', 'es'), stem('trabajador', 'es'));
  });

  it('never hands a long token to the stemmer', () => {
    const started = performance.now();
    assert.equal(stem('y'.repeat(65_536), 'en').length, MAX_TOKEN_LENGTH);
    assert.ok(performance.now() - started < 20);
  });
});

describe('word vectors', () => {
  it('are read in a few dozen milliseconds and ranked by frequency', () => {
    assert.equal(wordVectors().rows.size, 60_000);
    assert.equal(wordRank('the'), 0);
    assert.equal(wordRank('qqqq'), null);
    assert.ok(rarity('the') === 0 && rarity('people') < rarity('contraband') && rarity('qqqq') === 1);
  });

  it('put sentences of one meaning together', () => {
    const vector = (text: string): Float32Array => sentenceVector(text) ?? assert.fail();
    const art = vector('returning stolen art to its owners');
    assert.ok(
      similarity(art, vector('The repatriation of cultural treasures')) >
        similarity(art, vector('The opening hours of the swimming pool')),
    );
    assert.ok(Math.abs(similarity(art, art) - 1) < 1e-5);
    assert.equal(sentenceVector('🙂 qqqqzz'), null);
  });
});
