import assert from 'node:assert/strict';
import { knowledge, section, stage } from './staged.ts';

const contactIds = (outcome: ReturnType<ReturnType<typeof stage>['say']>): string[] =>
  outcome.replies.flatMap(({ contacts }) => contacts.map(({ id }) => id));

describe('what the page does not answer', () => {
  it('is said, with what it covers as a choice', () => {
    const { replies, text } = stage().say('how many people work for ICE?');
    assert.equal(replies[0]?.kind, 'unknown');
    assert.match(text, /^The page doesn't answer that\.\nIt covers: What We Do, Immigration Enforcement, /);
    assert.equal(replies[0]?.choices.length, 4);
  });

  it('begins with saying so in a near miss, then gives the nearest', () => {
    const nearest = { section: section('people-and-goods'), sentences: section('people-and-goods').sentences.slice(4) };
    const conversation = stage();
    const { replies, text } = conversation.say('which countries?', {
      answer: { status: 'near-miss', nearest, related: [], confidence: 0.6 },
    });
    assert.equal(replies[0]?.kind, 'unknown');
    assert.equal(replies[0]?.kind === 'unknown' && replies[0].section, nearest.section.id);
    assert.match(text, /^The page doesn't say that\. The nearest it says is:\n> For instance/);
    assert.deepEqual(conversation.state().shown, [4]);
  });

  it('gives the people to turn to at the third miss in a row, and counts anew', () => {
    const conversation = stage();
    assert.deepEqual(contactIds(conversation.say('a?')), []);
    assert.deepEqual(contactIds(conversation.say('b?')), []);
    const third = conversation.say('c?');
    assert.deepEqual(contactIds(third), knowledge.agency.people);
    assert.match(third.text, /three times/);
    assert.deepEqual(contactIds(conversation.say('d?')), []);
  });

  it('counts only misses in a row', () => {
    const conversation = stage();
    conversation.say('a?');
    conversation.say('b?');
    conversation.say('x', { intents: [{ kind: 'tip-line-fact', fact: 'hours' }] });
    assert.deepEqual(contactIds(conversation.say('c?')), []);
  });

  it('gives the people in a third near miss too', () => {
    const conversation = stage();
    const nearest = { section: section('people-and-goods'), sentences: section('people-and-goods').sentences.slice(4) };
    const answer = { status: 'near-miss', nearest, related: [], confidence: 0.6 } as const;
    conversation.say('a?', { answer });
    conversation.say('b?', { answer });
    const third = conversation.say('c?', { answer });
    assert.deepEqual(contactIds(third), knowledge.agency.people);
    assert.match(third.text, /^The page doesn't say that/);
  });

  for (const [reason, line] of [
    ['abuse', /calm/],
    ['crime', /^I can't help with that\.$/],
    ['legal', /lawyer or an accredited representative/],
    ['injection', /only show what the page says/],
    ['opinion', /no opinions/],
    ['off-topic', /doesn't cover it/],
  ] as const)
    it(`is met with a calm line: ${reason}`, () => {
      const conversation = stage();
      const { replies, text } = conversation.say('canary', { intents: [{ kind: 'refuse', reason }] });
      assert.equal(replies[0]?.kind, 'unknown');
      assert.match(text, line);
      // What may be a question after all is looked up; an insult, a crime or an attempt to steer never is.
      const mayBeQuestion = reason === 'off-topic';
      assert.deepEqual(conversation.searched, mayBeQuestion ? ['canary'] : []);
    });

  it('cannot open files, and says what to do instead', () => {
    const { replies, text } = stage().happen({ type: 'attachment' });
    assert.equal(replies[0]?.kind, 'unknown');
    assert.match(text, /can't open files/);
  });

  it('is told where the message was too long, unless what was read is urgent', () => {
    const long = 'x'.repeat(5000);
    assert.match(stage().say(long, { truncated: true }).text, /too long/);
    assert.equal(stage().say(long, { truncated: true, intents: [{ kind: 'report' }] }).replies[0]?.kind, 'handoff');
    const both = [{ kind: 'question' }, { kind: 'emergency', danger: 'danger' }] as const;
    const urgent = stage().say(long, { truncated: true, intents: both });
    assert.deepEqual(
      urgent.replies.map(({ kind }) => kind),
      ['emergency'],
    );
  });
});
