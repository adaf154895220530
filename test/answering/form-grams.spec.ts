import assert from 'node:assert/strict';
import { formGrams } from '../../src/answering/form-grams.ts';

const gramsOf = (question: string): string[] => [...formGrams(question.split(' '))];

describe('the form of a question', () => {
  it('is its words and pairs without the subject, each once', () => {
    assert.deepEqual(gramsOf('what trout do the wardens count'), [
      '<',
      'what',
      '< what',
      '*',
      'what *',
      'do',
      '* do',
      'the',
      'do the',
      'the *',
      'count',
      '* count',
      '>',
      'count >',
    ]);
  });

  it('is the same whatever the subject, in English and Spanish', () => {
    assert.deepEqual(gramsOf('how many wrecks are there'), gramsOf('how many smuggled turtles are there'));
    assert.deepEqual(gramsOf('cuando cierran los parques'), gramsOf('cuando abren los museos'));
  });

  it('is none for keywords alone', () => {
    for (const keywords of ['contraband', 'smuggled turtles', '']) assert.deepEqual(gramsOf(keywords), []);
  });
});
