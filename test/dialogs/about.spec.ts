import assert from 'node:assert/strict';
import type { ChannelTraits } from '../../src/conversation/turn.ts';
import type { AboutFact } from '../../src/understanding/understanding.ts';
import { knowledge, type StageOptions, stage, teams, teamsGroup, web } from './staged.ts';

const ask = (fact: AboutFact, options: StageOptions = {}) =>
  stage(options).say('x', { intents: [{ kind: 'about', fact }] });

describe('questions about the assistant', () => {
  for (const [fact, line] of [
    ['identity', /automated assistant, not a person[\s\S]*not an official/],
    ['official', /^No\. This is not an official service, and I don't speak for ICE\./],
    ['capabilities', /word for word[\s\S]*tip line/],
    ['help', /^In danger\? Call 911\./],
    ['languages', /English and Spanish\.\nThe pages I answer from are in: English\./],
    ['reviewed', /last reviewed on January 3, 2018\. It is an old page/],
    [
      'source',
      /word for word from here:\nWhat We Do, [\s\S]*webharvest\.gov[\s\S]*published by U\.S\. Immigration[\s\S]*archived copy/,
    ],
    ['menu', /^You can ask about: What We Do, Immigration Enforcement, /],
    ['maker', /computer program/],
    ['fault', /other words/],
    ['anonymity', /don't ask who you are/],
  ] as const)
    it(`are answered: ${fact}`, () => {
      const { replies, text } = ask(fact);
      assert.equal(replies[0]?.kind, 'about');
      assert.match(text, line);
    });

  it('lead to people, who are in the contact table', () => {
    const { replies, text } = ask('human');
    assert.match(text, /^I can't connect you myself\. These people can:\n- /);
    assert.deepEqual(
      replies[0]?.contacts.map(({ id }) => id),
      knowledge.agency.people,
    );
    const none = { ...knowledge, agency: { ...knowledge.agency, people: [] } };
    assert.match(ask('human', { knowledge: none }).text, /I have no contact to give you here/);
  });

  it('are answered as official where that is configured', () => {
    assert.match(ask('official', { official: true }).text, /^Yes\. This is an official service of ICE\./);
    assert.match(ask('identity', { official: true }).text, /This is an official service of ICE\./);
  });

  it('call a page old only when it is', () => {
    const text = ask('reviewed', { today: '2018-06-01' }).text;
    assert.match(text, /last reviewed on January 3, 2018\./);
    assert.ok(!text.includes('old'));
  });
});

describe('what is said about privacy', () => {
  const told = (channel: ChannelTraits, idleMinutes?: number): string =>
    ask('privacy', { channel, ...(idleMinutes === undefined ? {} : { idleMinutes }) }).text;

  it('is the truth of our own channel', () =>
    assert.equal(
      told(web),
      'This conversation is held only while you chat. It is erased after 30 minutes without a message. I keep no transcript and set no cookie.\n' +
        'Counts of topics are kept without your words. What you type about a crime is not kept at all.',
    ));

  it('names the idle time that is configured', () => assert.match(told(web, 5), /after 5 minutes/));

  it('says that Teams and Azure keep the chat', () => {
    for (const channel of [teams, { name: 'azure', group: false, keepsMessages: true }] as const) {
      const text = told(channel);
      assert.match(text, /^This chat is kept by (Teams|the chat service)\. I can't erase it there\./);
      assert.ok(!/no cookie|not kept at all/.test(text));
    }
  });

  it('says in a group that others read along', () => assert.match(told(teamsGroup), /Other people in this chat/));

  it('says in a terminal that nothing stays', () =>
    assert.match(told({ name: 'cli', group: false, keepsMessages: false }), /in memory only/));
});

describe('small talk', () => {
  for (const [move, line] of [
    ['greeting', /^Hello\. I'm an automated assistant\./],
    ['thanks', /^You're welcome\.$/],
    ['goodbye', /^Goodbye\.$/],
    ['how-are-you', /I'm a program/],
    ['acknowledge', /^All right\./],
    ['decline', /^All right\.$/],
    ['never-mind', /^All right\./],
    ['empty', /type a short question/],
  ] as const)
    it(`is short: ${move}`, () => {
      const { replies, text } = stage().say('x', { intents: [{ kind: 'smalltalk', move }] });
      assert.equal(replies[0]?.kind, 'smalltalk');
      assert.match(text, line);
    });

  it('"start over" erases the conversation and says so truly', () => {
    const here = stage().say('start over');
    assert.equal(here.state, null);
    assert.match(here.text, /^Done\. I've erased this conversation\./);
    const there = stage({ channel: teams }).say('empezar de nuevo');
    assert.equal(there.state, null);
    assert.match(there.text, /sigue guardando Teams/);
  });

  it('meets signs without words with help', () => {
    const off = { intents: [{ kind: 'refuse', reason: 'off-topic' }] } as const;
    for (const text of ['', '   ', '🤷', '???', '\u0000\u0001', '\ud800']) {
      const { replies } = stage().say(
        text,
        text.trim() === '' ? { intents: [{ kind: 'smalltalk', move: 'empty' }] } : off,
      );
      assert.equal(replies[0]?.kind, text.trim() === '' ? 'smalltalk' : 'unknown', JSON.stringify(text));
      assert.ok(replies[0]!.choices.length > 0);
    }
  });

  it('answers a pressed thumb with silence and forgets nothing', () => {
    const conversation = stage();
    conversation.happen({ type: 'welcome' });
    const before = conversation.state();
    const outcome = conversation.happen({ type: 'feedback', rating: 'up', replyTo: null });
    assert.deepEqual(outcome.replies, []);
    assert.deepEqual(outcome.state, before);
  });
});
