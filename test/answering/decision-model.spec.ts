import assert from 'node:assert/strict';
import { type Features, featureNames } from '../../src/answering/decision-features.ts';
import { chanceOfAnswer } from '../../src/answering/decision-model.ts';
import { sentenceVector } from '../../src/language/sentence-vector.ts';

const evidence = Object.fromEntries(featureNames.map((name) => [name, 0.5])) as unknown as Features;
const chance = (question: string, vector: Float32Array | null = null): number =>
  chanceOfAnswer(evidence, { tokens: question.split(' '), vector });

describe('the chance of an answer', () => {
  it('is larger for what is done than for a name, the evidence being the same', () => {
    assert.ok(chance('what do you do when a boat sinks') > chance('what is the name of the captain') + 0.02);
  });

  it('takes from where the question stands in meaning, too', () => {
    const words = 'boats';
    assert.notEqual(chance(words, sentenceVector('how many boats are there')), chance(words));
  });

  it('is a probability', () => {
    for (const value of [0, 1, 6]) {
      const extreme = Object.fromEntries(featureNames.map((name) => [name, value])) as unknown as Features;
      const found = chanceOfAnswer(extreme, { tokens: [], vector: null });
      assert.ok(found >= 0 && found <= 1);
    }
  });
});
