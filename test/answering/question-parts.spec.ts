import assert from 'node:assert/strict';
import { questionParts } from '../../src/answering/question-parts.ts';

describe('the parts of a message that ask', () => {
  const cases: readonly (readonly [message: string, part: string])[] = [
    ['this homework is killing me. what do you do about fake goods', 'what do you do about fake goods'],
    ['I run a bakery, and I only want to know who inspects ovens', 'who inspects ovens'],
    ['my boss wants to know how companies are treated', 'how companies are treated'],
    ['no vengo a denunciar, quisiera saber quién cuida los lagos', 'quién cuida los lagos'],
  ];
  for (const [message, part] of cases) {
    it(`finds ${JSON.stringify(part)}`, () => {
      const [whole, ...parts] = questionParts(message);
      assert.equal(whole, message);
      assert.ok(parts.includes(part), parts.join(' | '));
    });
  }

  it('leaves a plain question whole', () => {
    assert.deepEqual(questionParts('how many lakes do you look after'), ['how many lakes do you look after']);
  });

  it('gives no part that only points at another', () => {
    assert.deepEqual(questionParts('Boats interest me. Who inspects them?').slice(1), []);
  });

  it('looks at a handful of parts at most', () => {
    assert.ok(questionParts('what is a lake? '.repeat(50)).length <= 5);
    assert.ok(questionParts(Array.from({ length: 50 }, (_, i) => `what is lake ${i}?`).join(' ')).length <= 5);
  });
});
