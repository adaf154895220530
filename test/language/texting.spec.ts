import assert from 'node:assert/strict';
import { cleanText } from '../../src/language/clean-text.ts';
import { writtenOut } from '../../src/language/texting.ts';

describe('phone spellings', () => {
  it('are written out in both languages, whatever their case', () => {
    assert.equal(cleanText('wat abt ppl, plz').text, 'what about people, please');
    assert.equal(cleanText('Kien kiere ablar, XQ?').text, 'quien quiere hablar, porque?');
    assert.equal(cleanText('sum1 came b4 2day').text, 'someone came before today');
  });

  it('are left alone inside other words, and so is what is a word', () => {
    for (const word of ['paper', 'cabt', 'u', 'x', 'constructor', '__proto__']) assert.equal(writtenOut(word), word);
  });
});
