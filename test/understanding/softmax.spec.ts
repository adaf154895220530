import assert from 'node:assert/strict';
import { createAgencyNames, namelessAgency } from '../../src/language/agency-names.ts';
import { type Model, makeClassify } from '../../src/understanding/classifier.ts';
import { makeEncodeMessage } from '../../src/understanding/encode-message.ts';
import { defaultFeatureOptions, extractFeatures } from '../../src/understanding/features.ts';
import { decodeModel, encodeModel } from '../../src/understanding/model-file.ts';
import { trainModel } from '../../src/understanding/train-model.ts';
import { makeTranslateWords } from '../../src/understanding/translate-words.ts';

const encode = makeEncodeMessage(
  makeTranslateWords({ synonyms: [], abbreviations: {}, everyday: [], glossary: { 'tarjeta verde': ['green card'] } }),
  createAgencyNames(namelessAgency),
  defaultFeatureOptions,
);
const texts = [
  ...['how do I apply', 'apply for a card', 'where to apply for papers'].map((text) => ({ text, label: 'apply' })),
  ...['hello there', 'good morning to you', 'hey friend'].map((text) => ({ text, label: 'greet' })),
  ...['my bicycle was stolen', 'a thief took my bag'].map((text) => ({ text, label: 'theft' })),
];

function best(model: Model, text: string): string | undefined {
  const scores = [...makeClassify(model, encode)(text.split(' '))];
  assert.ok(Math.abs(scores.reduce((sum, score) => sum + score, 0) - 1) < 1e-9);
  return model.labels[scores.indexOf(Math.max(...scores))];
}

describe('the classifier', () => {
  const model = trainModel(texts, encode);

  it('learns its examples and what is near them', () => {
    for (const { text, label } of texts) assert.equal(best(model, text.toLowerCase()), label);
    assert.equal(best(model, 'someone stole my wallet'), 'theft');
    assert.equal(best(model, 'applying for documents'), 'apply');
  });

  it('gives the same weights every time', () => {
    const again = trainModel(texts, encode);
    assert.deepEqual(again.weights, model.weights);
  });

  it('is the mean of several trainings where asked, each in another order', () => {
    const mean = trainModel(texts, encode, { rounds: 3 });
    assert.notDeepEqual(mean.weights, model.weights);
    assert.deepEqual(trainModel(texts, encode, { rounds: 3 }).weights, mean.weights);
    for (const { text, label } of texts) assert.equal(best(mean, text.toLowerCase()), label);
  });

  it('survives its file with the same verdicts', () => {
    const stored = decodeModel(encodeModel(model));
    assert.ok(stored);
    assert.ok(stored.weights instanceof Int8Array);
    for (const { text } of texts) assert.equal(best(stored, text.toLowerCase()), best(model, text.toLowerCase()));
  });

  it('takes a damaged file for none', () => {
    const bytes = encodeModel(model);
    assert.equal(decodeModel(bytes.subarray(0, bytes.length / 2)), null);
    assert.equal(decodeModel(Buffer.from('not a model')), null);
  });
});

describe('features', () => {
  const options = { ...defaultFeatureOptions, dense: 0 };
  const squares = (text: string): number =>
    extractFeatures({ words: text.split(' '), translated: [], marks: [], vector: null }, options).values.reduce(
      (sum, value) => sum + value * value,
      0,
    );

  it('weigh a long message no more than a short one', () => {
    const short = squares('report it');
    const long = squares('report it '.repeat(40).trim());
    assert.ok(Math.abs(short - long) / short < 0.35, `${short} and ${long}`);
  });

  it('translate Spanish for the sentence vector, numbers to one form', () => {
    const denseOf = (tokens: string[]): number[] => [...encode(tokens).values.slice(-128)];
    const cosine = (a: number[], b: number[]): number =>
      a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0) / defaultFeatureOptions.weights.dense ** 2;
    assert.ok(cosine(denseOf(['quiero', 'una', 'tarjeta', 'verde']), denseOf(['green', 'card'])) > 0.5);
    assert.deepEqual(encode(['case', '123456789']).indices, encode(['case', '555000111']).indices);
  });
});
