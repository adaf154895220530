import assert from 'node:assert/strict';
import { askResult } from '../../src/cli/ask-result.ts';
import { knowledge, saying, stage, teams } from './staged.ts';

const danger = { intents: [{ kind: 'emergency', danger: 'danger' }] } as const;
const suicide = { intents: [{ kind: 'emergency', danger: 'suicide' }] } as const;
const ids = (outcome: ReturnType<ReturnType<typeof stage>['say']>) => askResult('x', outcome, knowledge).contacts;

describe('danger', () => {
  it('is met with 911 first, then what helps next', () => {
    const outcome = stage().say('there is a man with a gun', danger);
    assert.equal(outcome.replies[0]?.kind, 'emergency');
    assert.match(outcome.text, /^Call 911 now\./);
    assert.match(outcome.text, /When you are safe, the tip line is 1-866-DHS-2-ICE \(1-866-347-2423\)\./);
    assert.deepEqual(ids(outcome), ['emergency', 'ice-tip-line']);
    assert.equal(outcome.retention, 'replies-only');
  });

  it('speaks Spanish', () => assert.match(stage().say('x', { ...danger, lang: 'es' }).text, /^Llame al 911 ahora\./));

  it('stays in mind: more words get the number again, and are not kept', () => {
    const conversation = stage();
    conversation.say('x', danger);
    const { replies, text, retention } = conversation.say('Zyxw is at the back door');
    assert.equal(replies[0]?.kind, 'emergency');
    assert.match(text, /call 911 now/);
    assert.ok(!text.includes('Zyxw'));
    assert.equal(retention, 'replies-only');
    assert.deepEqual(conversation.searched, []);
  });

  it('does not stand in the way of a wish to report, or of a question', () => {
    const conversation = stage();
    conversation.say('x', danger);
    assert.equal(
      conversation.say('i am safe, i want to report him', { intents: [{ kind: 'report' }] }).replies[0]?.kind,
      'handoff',
    );
    conversation.say('x', danger);
    assert.equal(
      conversation.say('what is the mission', { answer: saying('what-we-do', 0) }).replies[0]?.kind,
      'answer',
    );
  });

  it('takes the wish to report in the same message into one reply', () => {
    const { replies } = stage().say('x', { intents: [...danger.intents, { kind: 'report' }] });
    assert.deepEqual(
      replies.map(({ kind }) => kind),
      ['emergency'],
    );
  });

  it('says nothing of the tip line to the family of a detained person', () => {
    const outcome = stage().say('x', {
      intents: [...danger.intents, { kind: 'referral', topic: 'detained_relative' }],
    });
    assert.deepEqual(
      outcome.replies.map(({ kind }) => kind),
      ['emergency', 'referral'],
    );
    assert.ok(!ids(outcome).includes('ice-tip-line'));
  });

  it('works in a folder without contacts', () => {
    const bare = {
      ...knowledge,
      agency: { ...knowledge.agency, tipLine: null, tipForm: null, people: [], topics: [] },
    };
    const outcome = stage({ knowledge: bare }).say('x', danger);
    assert.match(outcome.text, /^Call 911 now\./);
    assert.ok(!outcome.text.includes('tip line'));
  });
});

describe('thoughts of suicide', () => {
  it('are met with 988, then 911', () => {
    const outcome = stage().say('x', suicide);
    assert.match(
      outcome.text,
      /^You can talk to someone now: call or text 988, day and night\.\nIf you are in danger this minute, call 911\./,
    );
    assert.deepEqual(ids(outcome), ['crisis-988', 'emergency']);
  });

  it('are met in Spanish, with the way to Spanish there', () => {
    const { text } = stage().say('x', { ...suicide, lang: 'es' });
    assert.match(text, /^Puede hablar con alguien ahora: llame o envíe un mensaje de texto al 988/);
    assert.ok(text.includes('oprima 2'));
  });

  it('stay in mind', () => {
    const conversation = stage();
    conversation.say('x', suicide);
    assert.match(conversation.say('nobody would miss me').text, /^You can talk to someone now: call or text 988/);
  });

  it('are what the conversation is about, whatever contact stands beside them', () => {
    const conversation = stage();
    const both = [
      { kind: 'emergency', danger: 'suicide' },
      { kind: 'referral', topic: 'uscis' },
    ] as const;
    conversation.say('they denied my case and I want to die', { intents: both });
    assert.match(conversation.say('can I text them?').text, /988/);
  });

  it('beside another danger come after 911', () => {
    const outcome = stage().say('x', { intents: [...danger.intents, ...suicide.intents] });
    assert.equal(outcome.replies.length, 1);
    assert.match(outcome.text, /^Call 911 now\.[^\n]*\nYou can talk to someone now/);
    assert.deepEqual(ids(outcome), ['emergency', 'crisis-988']);
  });
});

describe('a language that is not spoken here', () => {
  it('gets one line in both, with 911 and the tip line', () => {
    const outcome = stage().say('bonjour', { lang: 'other' });
    assert.equal(outcome.replies[0]?.kind, 'unknown');
    assert.match(
      outcome.text,
      /English and Spanish.*911.*1-866-347-2423[\s\S]*inglés y en español.*911.*1-866-347-2423/,
    );
    assert.deepEqual(ids(outcome), ['emergency', 'ice-tip-line']);
    assert.equal(outcome.retention, 'replies-only');
  });

  it('is a hand-off or an emergency where that was understood', () => {
    assert.equal(stage().say('x', { lang: 'other', intents: [{ kind: 'report' }] }).replies[0]?.kind, 'handoff');
    assert.equal(stage({ channel: teams }).say('x', { lang: 'other', ...danger }).replies[0]?.kind, 'emergency');
  });
});
