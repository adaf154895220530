import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { createUnderstanding } from '../../src/understanding/create-understanding.ts';
import { intentId } from '../../src/understanding/intent.ts';
import { modelFileName, shippedModels } from '../../src/understanding/load-model.ts';
import { builtInTrainingData, trainingData } from '../../src/understanding/training-data.ts';

describe('models', () => {
  let dir = '';
  before(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'understanding-'));
    mkdirSync(path.join(dir, 'pages'));
    writeFileSync(path.join(dir, 'pages', 'tea.md'), '---\ntitle: Tea\n---\n\nTea is a drink made from leaves.\n');
  });
  after(() => rmSync(dir, { recursive: true }));

  for (const [name, data] of [
    ['the folder that ships', () => trainingData(loadKnowledgeSync('knowledge'))],
    ['folders without examples', builtInTrainingData],
  ] as const) {
    it(`are stored for ${name}`, function () {
      // Only the start is slower without; `npm run train` puts it right.
      if (!existsSync(path.join(shippedModels, modelFileName(data())))) this.skip();
      assert.ok(readdirSync(shippedModels).length >= 1);
    });
  }

  it('understand a folder of pages alone', function () {
    this.timeout(120_000);
    const understand = createUnderstanding(loadKnowledgeSync(dir), { cacheDir: null });
    const first = (text: string): string =>
      intentId(understand(text, { lang: null }).intents[0]?.intent ?? { kind: 'question' });
    assert.equal(first('help there is a man with a gun in my house'), 'emergency/danger');
    assert.equal(first('I want to kill myself'), 'emergency/suicide');
    assert.equal(first('hello'), 'smalltalk/greeting');
    assert.equal(first('are you a robot'), 'about/identity');
    assert.equal(first('I want to report a crime'), 'report');
    assert.equal(first('is tea made from leaves'), 'question');
  });

  it('learn what a folder adds, keep it, and refuse topics the agency does not have', function () {
    this.timeout(120_000);
    const cacheDir = path.join(dir, 'cache');
    const intents = `referral/lost_dog:\n  en: [my dog ran away, I lost my puppy, where is my dog, I found a stray dog, lost pet]\n`;
    writeFileSync(path.join(dir, 'intents.yaml'), intents);
    assert.throws(() => createUnderstanding(loadKnowledgeSync(dir), { cacheDir }), /lost_dog/);
    const topic = { name: 'Lost dogs', say: 'Ask the shelter.', contacts: ['shelter'] };
    writeFileSync(path.join(dir, 'agency.yaml'), JSON.stringify({ name: 'Kennel Board', topics: { lost_dog: topic } }));
    const fact = { phone: '212-555-0100', source: 'its page', checked: '2026-01-02', confidence: 'H' };
    writeFileSync(
      path.join(dir, 'contacts.yaml'),
      JSON.stringify({ shelter: { name: 'Shelter', purpose: 'Dogs that were found', facts: [fact] } }),
    );
    const ask = (): string[] => {
      const understand = createUnderstanding(loadKnowledgeSync(dir), { cacheDir });
      return ['my poor dog ran off', 'call the police', 'thanks'].map((text) => {
        const { intents: found } = understand(text, { lang: null });
        return `${intentId(found[0]?.intent ?? { kind: 'question' })} ${found[0]?.confidence}`;
      });
    };
    const trained = ask();
    assert.match(trained[0] ?? '', /^referral\/lost_dog/);
    assert.equal(readdirSync(cacheDir).length, 1);
    assert.deepEqual(ask(), trained);
  });
});
