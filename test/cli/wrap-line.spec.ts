import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wrapLine } from '../../src/cli/wrap-line.ts';

describe('a line in a terminal', () => {
  it('breaks between words and keeps its mark', () => {
    assert.deepEqual(wrapLine('one two three', 7), ['one two', 'three']);
    assert.deepEqual(wrapLine('> one two three', 9), ['> one two', '> three']);
    assert.deepEqual(wrapLine('- one two three', 9), ['- one two', '  three']);
    assert.deepEqual(wrapLine('https://example.gov/long', 5), ['https://example.gov/long']);
    assert.deepEqual(wrapLine('', 5), ['']);
  });

  it('loses no word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 40 }), (all, width) => {
        const rows = wrapLine(all.join(' '), width);
        assert.deepEqual(rows.join(' ').split(' '), all);
        assert.ok(rows.every((row) => row.length <= width || !row.includes(' ')));
      }),
    );
  });
});
