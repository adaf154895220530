import assert from 'node:assert/strict';
import type { Intent } from '../../src/understanding/understanding.ts';
import { saying, stage } from './staged.ts';

const again: Intent = { kind: 'follow-up', move: 'repeat' };
const asked: Intent = { kind: 'about', fact: 'languages' };

describe('"say that again"', () => {
  it('shows the same words of the page once more', () => {
    const conversation = stage();
    const first = conversation.say('q', { answer: saying('preventing-terrorism', 1, 2) });
    const second = conversation.say('say that again', { intents: [again] });
    assert.deepEqual(second.replies[0]?.passages, first.replies[0]?.passages);
    assert.deepEqual(conversation.searched, ['q']);
  });

  const givers: readonly (readonly [Intent, string])[] = [
    [{ kind: 'report' }, 'handoff'],
    [{ kind: 'referral', topic: 'detained_relative' }, 'referral'],
    [{ kind: 'emergency', danger: 'danger' }, 'emergency'],
    [{ kind: 'emergency', danger: 'suicide' }, 'emergency'],
  ];
  for (const [intent, kind] of givers)
    it(`gives the numbers once more after ${JSON.stringify(intent)}`, () => {
      const conversation = stage();
      const first = conversation.say('x', { intents: [intent] });
      const second = conversation.say('what?', { intents: [again] });
      assert.equal(second.replies[0]?.kind, kind);
      assert.deepEqual(second.replies[0]?.contacts, first.replies[0]?.contacts);
    });

  it('offers the sections where nothing was said yet', () => {
    assert.equal(stage().say('what?', { intents: [again] }).replies[0]?.kind, 'clarify');
  });
});

describe('"in Spanish please"', () => {
  it('says the same in that language, and stays in it', () => {
    const conversation = stage();
    conversation.say('x', { intents: [{ kind: 'referral', topic: 'uscis' }] });
    const { replies } = conversation.say('in spanish please', { intents: [asked] });
    assert.deepEqual([replies[0]?.kind, replies[0]?.lang], ['referral', 'es']);
    assert.equal(conversation.state().lang, 'es');
  });

  it('at the beginning tells which languages there are, in that one', () => {
    const { replies } = stage().say('español por favor', { intents: [asked] });
    assert.deepEqual([replies[0]?.kind, replies[0]?.lang], ['about', 'es']);
  });

  it('is the other language where one is not spoken, and none where the website is asked about', () => {
    const { replies } = stage().say("I don't speak English", { intents: [asked] });
    assert.equal(replies[0]?.lang, 'es');
    assert.equal(stage().say('no hablo ingles', { intents: [asked], lang: 'es' }).replies[0]?.lang, 'es');
    assert.equal(stage().say('is the website in spanish', { intents: [asked] }).replies[0]?.lang, 'en');
  });

  it('is not taken from a question about a language', () => {
    const conversation = stage();
    conversation.say('x', { intents: [{ kind: 'referral', topic: 'uscis' }] });
    const long = 'is there a version of this whole page somewhere in spanish for my mother';
    assert.equal(conversation.say(long, { intents: [asked] }).replies[0]?.kind, 'about');
  });
});
