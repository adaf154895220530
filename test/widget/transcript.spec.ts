import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { WireActivity } from '../../src/channels/direct-line/protocol.ts';
import type { Line } from '../../src/widget/panel/line.ts';
import { awaiting, changed, received, storable, written } from '../../src/widget/panel/transcript.ts';
import { echo, fromBot, reply } from './reply-activities.ts';

const taken = (lines: readonly Line[], ...activities: readonly WireActivity[]) =>
  activities.reduce((before, activity) => received(before, activity, 0), lines);

describe('the transcript', () => {
  it('shows a message once, though it comes back as an echo', () => {
    const lines = taken(written([], 'k1', 'what do you do', 0), echo('1', 'k1', 'what do you do'));
    assert.equal(lines.length, 1);
    assert.deepEqual(
      lines.map((line) => line.who === 'visitor' && line.status),
      ['sent'],
    );
  });

  it('shows a reply once, though the stream repeats it', () => {
    const said = fromBot('2', reply('answer'));
    assert.equal(taken([], said, said).length, 1);
  });

  it('stores nothing of a message before its reply has come', () => {
    const lines = taken(written([], 'k1', 'canary', 0), echo('1', 'k1', 'canary'));
    assert.ok(!JSON.stringify(storable(lines)).includes('canary'));
  });

  it('stores a question once it is answered', () => {
    const lines = taken(
      written([], 'k1', 'what do you do', 0),
      echo('1', 'k1', 'what do you do'),
      fromBot('2', reply('answer'), '1'),
    );
    assert.ok(JSON.stringify(storable(lines)).includes('what do you do'));
  });

  for (const kind of ['handoff', 'emergency'] as const) {
    it(`stores of a message answered by a ${kind} only that there was one`, () => {
      const lines = taken(
        written([], 'k1', 'canary', 0),
        echo('1', 'k1', 'canary'),
        fromBot('2', reply(kind), '1'),
        fromBot('3', reply('answer'), '1'),
      );
      const stored = storable(lines);
      assert.ok(!JSON.stringify(stored).includes('canary'));
      assert.deepEqual(
        stored.map((line) => line.who),
        ['visitor', 'assistant', 'assistant'],
      );
    });
  }

  it('never stores what the server says it did not keep, whatever the reply', () => {
    const lines = taken(
      written([], 'k1', 'canary', 0),
      echo('1', 'k1', 'canary', true),
      fromBot('2', reply('smalltalk'), '1'),
    );
    assert.ok(!JSON.stringify(storable(lines)).includes('canary'));
  });

  it('never stores words of reports, in whatever order echoes and replies come', () => {
    const activities = [
      echo('1', 'k1', 'canary', true),
      fromBot('2', reply('handoff'), '1'),
      fromBot('3', reply('answer'), '1'),
      fromBot('4', reply('smalltalk')),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(activities, { minLength: 1 }), (order) => {
        let lines = written([], 'k1', 'canary', 0);
        for (const activity of order) {
          lines = received(lines, activity, 0);
          const settledByServer = order.indexOf(activity) >= order.findIndex((one) => one.id === '1' || one.id === '2');
          if (settledByServer && order.some((one) => one.id === '1' || one.id === '2')) {
            assert.ok(!JSON.stringify(storable(lines)).includes('canary'));
          }
        }
      }),
    );
  });

  it('does not show the words of a message that it hears of only after a reload', () => {
    const [line] = taken([], echo('1', 'k1', '…', true));
    assert.equal(line?.who === 'visitor' && line.text, null);
  });

  it('waits for a reply after a message, and no longer after the reply', () => {
    const asked = written([], 'k1', 'hello', 0);
    assert.equal(awaiting(asked), true);
    assert.equal(awaiting(taken(asked, fromBot('2', reply('smalltalk')))), false);
    assert.equal(awaiting(changed(asked, 'k1', { status: 'failed' })), false);
  });

  it('makes plain text and suggested actions of a bot that sends no structure', () => {
    const [line] = taken([], {
      type: 'message',
      id: '9',
      from: { id: 'other-bot', role: 'bot' },
      text: 'Hello <b>there</b>',
      suggestedActions: {
        actions: [
          { type: 'imBack', title: 'Yes', value: 'yes' },
          { type: 'openUrl', title: 'Elsewhere', value: 'javascript:alert(1)' },
        ],
      },
    });
    assert.equal(line?.who === 'assistant' && line.text, 'Hello <b>there</b>');
    assert.deepEqual(line?.who === 'assistant' && line.chips, [{ label: 'Yes', value: 'yes' }]);
  });

  it('shows text where the structure is not one that it can draw', () => {
    const broken = { ...reply('answer'), contacts: null };
    const [line] = taken([], { ...fromBot('2', broken as never), text: 'as text' });
    assert.deepEqual(line?.who === 'assistant' && [line.reply, line.text], [null, 'as text']);
  });
});
