import assert from 'node:assert/strict';
import { askResult } from '../../src/cli/ask-result.ts';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { knowledge, stage } from './staged.ts';

const to = (topic: string) => ({ intents: [{ kind: 'referral', topic }] }) as const;
const labels = (outcome: ReturnType<ReturnType<typeof stage>['say']>) =>
  outcome.replies.flatMap(({ choices }) => choices.map(({ label }) => label));

describe('another door', () => {
  for (const topic of knowledge.agency.topics)
    it(`is shown with its contacts, the tip line only where it may be offered: ${topic.id}`, () => {
      for (const lang of ['en', 'es'] as const) {
        const outcome = stage().say('x', { ...to(topic.id), lang });
        const { kind, topic: told, contacts, reply } = askResult('x', outcome, knowledge);
        assert.deepEqual([kind, told], ['referral', topic.id]);
        for (const id of topic.contacts) assert.ok(contacts.includes(id), id);
        assert.ok(reply.includes(topic.say[lang]));
        assert.equal(/911/.test(reply.split('\n')[0]!), topic.dangerFirst || /911/.test(topic.say[lang]));
        const offers = labels(outcome).some((label) => /report|denunciar/i.test(label));
        assert.equal(offers, topic.offerReport);
        if (!topic.offerReport) assert.ok(!contacts.includes('ice-tip-line') && !contacts.includes('ice-tip-form'));
        assert.equal(outcome.retention, 'replies-only');
      }
    });

  it('leads on to the tip line where the visitor wants that too', () => {
    const conversation = stage();
    conversation.say('x', to('victim_help'));
    assert.equal(conversation.say('I also want to report this').replies[0]?.kind, 'handoff');
  });

  it('takes names given next neither up nor down', () => {
    const conversation = stage();
    conversation.say('x', to('detained_relative'));
    const { replies, text, retention } = conversation.say('his name is Zyxw, born in Qrst');
    assert.equal(replies[0]?.kind, 'referral');
    assert.match(text, /^I haven't kept that\. I can't look into cases/);
    assert.ok(!/Zyxw|Qrst/.test(text));
    assert.equal(retention, 'replies-only');
    assert.deepEqual(conversation.searched, []);
  });

  it('stays open to who is afraid: 911 first, then the same contact, and not the tip line', () => {
    const conversation = stage();
    conversation.say('x', to('detained_relative'));
    const afraid = { intent: { kind: 'emergency', danger: 'danger' }, span: 'x', confidence: 0.67 } as const;
    const outcome = conversation.say("I don't know where he is and I'm scared", { intents: [afraid] });
    const { kind, topic, contacts, reply } = askResult('x', outcome, knowledge);
    assert.deepEqual([kind, topic], ['referral', 'detained_relative']);
    assert.match(reply.split('\n')[0]!, /911/);
    assert.ok(contacts.includes('detainee-locator') && !contacts.includes('ice-tip-line'));
    const sure = { ...afraid, confidence: 0.97 };
    assert.equal(conversation.say('he has a gun', { intents: [sure] }).replies[0]?.kind, 'emergency');
  });

  it('is kept to where what follows only sounds like a tip, and left for a wish to report', () => {
    const tip = (confidence: number) => ({ intents: [{ intent: { kind: 'report' }, span: 'x', confidence }] }) as const;
    const next = (topic: string, text: string, confidence: number) => {
      const conversation = stage();
      conversation.say('x', to(topic));
      return conversation.say(text, tip(confidence)).replies[0]?.kind;
    };
    assert.equal(next('detention_conditions', 'nobody picks up there at this hour', 0.65), 'referral');
    assert.equal(next('detention_conditions', 'nobody picks up there at this hour', 0.95), 'handoff');
    assert.equal(next('detention_conditions', 'now I want to report a smuggler', 0.65), 'handoff');
    assert.equal(next('detention_conditions', 'what does the agency do about smuggling', 0.75), 'handoff');
    assert.equal(next('victim_help', 'nobody picks up there at this hour', 0.65), 'handoff');
  });

  it('is given once more to who asks what else there is', () => {
    const conversation = stage();
    conversation.say('x', to('missing_child'));
    const outcome = conversation.say('what else', { intents: [{ kind: 'follow-up', move: 'more' }] });
    assert.deepEqual([outcome.replies[0]?.kind, conversation.state().topic], ['referral', 'missing_child']);
  });

  it('is no dead end where the folder has no such topic', () => {
    const { replies, text } = stage().say('x', to('unheard_of'));
    assert.equal(replies[0]?.kind, 'unknown');
    assert.match(text, /^I have no contact for that/);
  });

  it('is the only one where "I want to report" is said of an officer', () => {
    const intents = [
      { intent: { kind: 'referral', topic: 'complaint_officer' }, span: 'i want to report an officer' },
      { intent: { kind: 'report' }, span: 'i want to report an officer' },
    ] as const;
    const { replies } = stage().say('I want to report an officer', { intents });
    assert.deepEqual(
      replies.map(({ kind }) => kind),
      ['referral'],
    );
  });
});

describe('several wishes in one message', () => {
  it('are all replied to, most urgent first, with 911 named once', () => {
    const outcome = stage().say('x', { intents: [{ kind: 'report' }, { kind: 'referral', topic: 'victim_help' }] });
    assert.deepEqual(
      outcome.replies.map(({ kind }) => kind),
      ['referral', 'handoff'],
    );
    assert.equal(outcome.text.match(/911/g)?.length, 1);
    assert.deepEqual(labels(outcome), ['Ask a question instead', 'Calling from outside the country', 'TTY']);
    assert.equal(outcome.replies[0]?.choices.length, 0, 'chips stand under the last reply');
  });

  it('leave greetings, insults and steering aside', () => {
    const intents = [
      { kind: 'smalltalk', move: 'greeting' },
      { kind: 'refuse', reason: 'injection' },
      { kind: 'about', fact: 'identity' },
    ] as const;
    const { replies } = stage().say('x', { intents });
    assert.deepEqual(
      replies.map(({ kind }) => kind),
      ['about'],
    );
  });

  it('are searched part by part', () => {
    const conversation = stage();
    const intents = [
      { intent: { kind: 'question' }, span: 'the mission' },
      { intent: { kind: 'report' }, span: 'a smuggler' },
    ] as const;
    const { replies } = conversation.say('hi, the mission and also a smuggler', { intents });
    assert.deepEqual(conversation.searched, ['the mission']);
    // Beside the tip line, "the page doesn't answer that" would be no help.
    assert.deepEqual(
      replies.map(({ kind }) => kind),
      ['handoff'],
    );
    assert.equal(conversation.state().flow, 'report');
  });

  it('get three replies at most', () => {
    const facts = ['identity', 'privacy', 'reviewed', 'source', 'languages'] as const;
    assert.equal(stage().say('x', { intents: facts.map((fact) => ({ kind: 'about', fact })) }).replies.length, 3);
  });
});

describe('content that was exchanged between two turns', () => {
  const gone = {
    ...freshState,
    section: 'gone/section',
    shown: [3],
    topic: 'gone',
    choices: [{ label: 'Gone', value: 'Gone' }],
  };

  it('is no fault: what is no longer there is forgotten', () => {
    for (const [text, intents] of [
      ['tell me more', [{ kind: 'follow-up', move: 'more' }]],
      ['his name is Zyxw', [{ kind: 'question' }]],
      ['Gone', [{ kind: 'question' }]],
    ] as const) {
      const conversation = stage({ state: gone });
      assert.equal(conversation.say(text, { intents }).replies.length, 1);
      assert.equal(conversation.state().section, null);
    }
  });
});
