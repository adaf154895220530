import assert from 'node:assert/strict';
import { knowledge, saying, stage, teams, teamsGroup } from './staged.ts';

const report = { intents: [{ kind: 'report' }] } as const;

describe('a wish to report', () => {
  it('gets danger first, the tip line at once, and no question', () => {
    const { replies, text, retention } = stage().say('my neighbour ...', report);
    assert.equal(replies[0]?.kind, 'handoff');
    assert.match(text, /^If anyone is in danger right now, call 911\.\n/);
    assert.ok(text.includes('1-866-DHS-2-ICE (1-866-347-2423)'));
    assert.ok(text.includes('https://www.ice.gov/webform/ice-tip-form'));
    assert.ok(text.includes("please don't describe it here. Nothing you type about it is kept."));
    assert.ok(!text.includes('?'));
    assert.equal(retention, 'replies-only');
    assert.deepEqual(
      replies[0]?.choices.map(({ label }) => label),
      ['Calling from outside the country', 'TTY', 'Ask a question instead'],
    );
  });

  it('says what is true where the channel keeps the chat', () => {
    const { text } = stage({ channel: teams }).say('x', report);
    assert.ok(text.includes('This chat is kept by Teams.'));
    assert.ok(!text.includes('Nothing you type'));
    const next = stage({ channel: { name: 'azure', group: false, keepsMessages: true } }).say('x', report);
    assert.ok(next.text.includes('kept by the chat service'));
  });

  it('made in a group is invited to a private chat', () => {
    const group = stage({ channel: teamsGroup }).say('x', report);
    assert.ok(group.text.includes('write to me in a private chat'));
    assert.ok(group.text.includes('1-866-347-2423'));
  });

  it('neither searches, repeats nor keeps what is told next', () => {
    const conversation = stage();
    conversation.say('x', report);
    for (const told of [
      'his name is Zyxw',
      'he lives at 4 Qrst street',
      'blue van, every night',
      'Zyxw. ask anyone',
      'can you send someone, his name is Zyxw',
    ])
      for (const intents of [
        [{ kind: 'question' }],
        [{ kind: 'report' }],
        [{ kind: 'refuse', reason: 'off-topic' }],
      ] as const) {
        const { replies, text, retention } = conversation.say(told, { intents });
        assert.equal(replies[0]?.kind, 'handoff');
        assert.match(text, /^I haven't kept that\./);
        assert.ok(text.includes('1-866-347-2423'));
        assert.ok(!/Zyxw|Qrst/.test(text));
        assert.equal(retention, 'replies-only');
      }
    assert.deepEqual(conversation.searched, []);
    assert.ok(!/Zyxw|Qrst/.test(JSON.stringify(conversation.state())));
  });

  it('says that a channel which keeps messages keeps them', () => {
    const conversation = stage({ channel: teams });
    conversation.say('x', report);
    assert.match(conversation.say('his name is Zyxw').text, /^I haven't kept that, but Teams keeps this chat\./);
  });

  it('is left by a question', () => {
    const conversation = stage();
    conversation.say('x', report);
    const { replies, retention } = conversation.say('what does ICE do about terrorism', {
      answer: saying('preventing-terrorism', 0),
    });
    assert.equal(replies[0]?.kind, 'answer');
    assert.equal(retention, 'full');
    assert.equal(conversation.state().flow, 'none');
  });

  it('names 911 where a description sounds of danger, and leaves it where the danger is clear', () => {
    const conversation = stage();
    conversation.say('x', report);
    const intent = { kind: 'emergency', danger: 'danger' } as const;
    const unsure = conversation.say('he has a dog', { intents: [{ intent, span: '', confidence: 0.4 }] });
    assert.match(unsure.text, /^If anyone is in danger right now, call 911\.\nI haven't kept that\./);
    assert.equal(conversation.say('he has a gun on her', { intents: [intent] }).replies[0]?.kind, 'emergency');
  });

  it('is left by the name of a section', () => {
    const conversation = stage();
    conversation.say('x', report);
    const { replies } = conversation.say('preventing terrorism', { answer: saying('preventing-terrorism', 0) });
    assert.equal(replies[0]?.kind, 'answer');
  });

  it('is not left by a question without an answer, and that is not kept either', () => {
    const conversation = stage();
    conversation.say('x', report);
    const { retention } = conversation.say('do you want to know where Zyxw hides it?');
    assert.equal(retention, 'replies-only');
    assert.equal(conversation.state().flow, 'report');
  });

  it('is left by its chip, by thanks and by "start over"', () => {
    for (const [typed, intents] of [
      ['Ask a question instead', []],
      ['thanks', [{ kind: 'smalltalk', move: 'thanks' }]],
      ['never mind', [{ kind: 'smalltalk', move: 'never-mind' }]],
    ] as const) {
      const conversation = stage();
      conversation.say('x', report);
      conversation.say(typed, { intents });
      assert.equal(conversation.state().flow, 'none', typed);
    }
  });

  it('is not left by a question about the assistant', () => {
    const conversation = stage();
    conversation.say('x', report);
    const { replies } = conversation.say('are you recording this', { intents: [{ kind: 'about', fact: 'privacy' }] });
    assert.equal(replies[0]?.kind, 'about');
    assert.equal(conversation.state().flow, 'report');
  });

  it('takes long "small talk" in the flow for what it is', () => {
    const conversation = stage();
    conversation.say('x', report);
    const intents = [{ kind: 'smalltalk', move: 'acknowledge' }] as const;
    assert.match(
      conversation.say('ok so Zyxw keeps all of it in the garage', { intents }).text,
      /^I haven't kept that/,
    );
    assert.equal(conversation.say('ok', { intents }).replies[0]?.kind, 'smalltalk');
    assert.equal(conversation.state().flow, 'report');
  });

  it('is told that there is no tip line where none is configured', () => {
    const bare = { ...knowledge, agency: { ...knowledge.agency, tipLine: null, tipForm: null } };
    const { replies, text } = stage({ knowledge: bare }).say('x', report);
    assert.equal(replies[0]?.kind, 'handoff');
    assert.match(text, /911\.\nNo tip line is set up here/);
    assert.deepEqual(replies[0]?.contacts, []);
  });
});

describe('facts about the tip line', () => {
  for (const [fact, line] of [
    ['number', 'The number of the tip line is 1-866-DHS-2-ICE (1-866-347-2423).'],
    ['hours', "The tip line's hours: 24 hours a day, 7 days a week."],
    ['tty', "The tip line's TTY number is 802-872-6196."],
    ['abroad', 'From outside the country, call 802-872-6199.'],
    ['cost', 'The cost of a call: Toll-free.'],
    ['online', 'This is the online form:'],
    ['email', 'The page gives no email address for tips.'],
    ['anonymity', "The page doesn't say that."],
    ['afterwards', "The page doesn't say that."],
    ['languages', "The page doesn't say that."],
    ['scope', "The page doesn't say that."],
  ] as const)
    it(`come from the contact table or are not said: ${fact}`, () => {
      const { replies, text } = stage().say('x', { intents: [{ kind: 'tip-line-fact', fact }] });
      assert.equal(replies[0]?.kind, 'handoff');
      assert.ok(text.startsWith(line), text);
      assert.ok(replies[0]?.contacts.some(({ id }) => id === 'ice-tip-line'));
    });

  it('are asked for by chip, in either language', () => {
    const conversation = stage();
    conversation.say('x', report);
    assert.match(conversation.say('calling from outside the country').text, /802-872-6199/);
    assert.match(conversation.say('Llamar desde fuera del país').text, /^Desde fuera del país, llame al 802-872-6199/);
  });
});
