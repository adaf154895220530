import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spanOf, splitClauses, tokensOf, toWords } from '../../src/understanding/clauses.ts';
import { stripPoliteness } from '../../src/understanding/politeness.ts';

const split = (text: string): string[] => splitClauses(toWords(text)).map(spanOf);
const strip = (text: string): string => spanOf(stripPoliteness(toWords(text)));

describe('clauses', () => {
  it('end with sentences, not with abbreviations', () => {
    assert.deepEqual(split('The U.S. border is long. Who guards it? Thanks!'), [
      'The U.S. border is long.',
      'Who guards it?',
      'Thanks!',
    ]);
    assert.deepEqual(split('¿Qué hacen? ¿y quién paga?'), ['¿Qué hacen?', '¿y quién paga?']);
  });

  it('begin where a new request begins', () => {
    assert.deepEqual(split('I saw the page but how do I write to you'), [
      'I saw the page',
      'but how do I write to you',
    ]);
    assert.deepEqual(split('no es una queja, solo quiero saber la hora'), [
      'no es una queja,',
      'solo quiero saber la hora',
    ]);
    assert.deepEqual(split('guns, money and drugs'), ['guns, money and drugs']);
  });

  it('lose no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const words = toWords(text);
        assert.deepEqual(splitClauses(words).flatMap(tokensOf), tokensOf(words));
      }),
    );
  });
});

describe('politeness', () => {
  it('comes off both ends', () => {
    assert.equal(
      strip('Hi there, good morning! Can you please tell me what the agency does? Thank you so much'),
      'what the agency does?',
    );
    assert.equal(strip('hola buenas tardes disculpe quisiera saber donde estan, gracias'), 'donde estan,');
    assert.equal(strip('no, I meant the mission'), 'the mission');
  });

  it('is nothing but itself where nothing else is said', () => {
    assert.equal(strip('hello'), '');
    assert.equal(strip('ok thanks'), '');
  });
});
