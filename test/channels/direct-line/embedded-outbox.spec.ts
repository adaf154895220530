import assert from 'node:assert/strict';
import { createOutbox } from '../../../src/channels/direct-line/embedded-outbox.ts';

const visitor = {
  type: 'message',
  id: 'v1',
  timestamp: new Date(0),
  from: { id: 'dl_a', name: '' },
  recipient: { id: 'answerline', name: 'Answerline' },
  conversation: { id: 'c', isGroup: false, conversationType: 'personal', name: '' },
  channelId: 'directline',
  text: 'canary',
  value: 'canary',
  locale: 'canary',
  entities: [{ type: 'canary' }],
  channelData: { clientActivityID: 'client-1', other: 'canary' },
};

describe('the outbox of a turn', () => {
  const live: string[] = [];
  const typing: unknown[] = [];
  const open = (said: typeof visitor | null) =>
    createOutbox({
      conversationKey: 'k',
      remember: {},
      visitor: said,
      onWordsNotKept: (id, text) => live.push(`${id} ${text}`),
      onTyping: (activity) => typing.push(activity),
    });

  it("holds the visitor's message and the replies, each with an id of its own", () => {
    const outbox = open(visitor);
    const ids = [outbox.add({ type: 'message', text: 'one' }), outbox.add({ type: 'message', text: 'two' })];
    const entries = outbox.entries('full');
    assert.deepEqual(
      entries.map(({ id }) => id),
      ['v1', ...ids],
    );
    assert.equal(new Set(ids).size, 2);
    assert.ok(entries[1]?.timestamp instanceof Date);
    assert.deepEqual(live, []);
  });

  it('keeps ids and times alone of words that are not to be kept, and has them echoed live', () => {
    const outbox = open(visitor);
    outbox.add({ type: 'message', text: 'noted nothing' });
    const [stub, reply] = outbox.entries('replies-only');
    assert.doesNotMatch(JSON.stringify(stub), /canary/);
    assert.equal(stub?.id, 'v1');
    assert.deepEqual(stub?.channelData, { clientActivityID: 'client-1', answerline: { notKept: true } });
    assert.equal(reply?.text, 'noted nothing');
    assert.deepEqual(live, ['v1 canary']);
  });

  it('logs neither typing nor traces, nor a visitor who said nothing', () => {
    const outbox = open(null);
    outbox.add({ type: 'typing' });
    outbox.add({ type: 'trace', value: 'x' });
    outbox.add({ type: 'message', text: 'Welcome' });
    assert.deepEqual(
      outbox.entries('full').map(({ text }) => text),
      ['Welcome'],
    );
    assert.equal(typing.length, 1);
  });

  it('remembers how the turn ended', () => {
    const outbox = open(null);
    assert.equal(outbox.settlement, null);
    outbox.settled({ status: 'repeated', result: 'v0' });
    assert.deepEqual(outbox.settlement, { status: 'repeated', result: 'v0' });
  });
});
