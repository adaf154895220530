import assert from 'node:assert/strict';
import { createBriefMemory } from '../../../src/channels/direct-line/brief-memory.ts';
import { createLiveReplies } from '../../../src/channels/direct-line/live-replies.ts';
import { createLiveWords } from '../../../src/channels/direct-line/live-words.ts';

describe('what is live for seconds', () => {
  let time = 0;
  const now = () => time;
  beforeEach(() => {
    time = 0;
  });

  it('are the words of a report, to their own activity', () => {
    const words = createLiveWords(now);
    const stub = { id: 'a', channelData: { answerline: { notKept: true } } };
    words.hold('a', 'my neighbour');
    assert.equal(words.fill(stub).text, 'my neighbour');
    assert.equal(words.fill({ ...stub, id: 'b' }).text, '…');
    assert.deepEqual(words.fill({ id: 'a', text: 'kept' }), { id: 'a', text: 'kept' });
    time = 14_999;
    assert.equal(words.fill(stub).text, 'my neighbour');
    time = 15_000;
    assert.equal(words.fill(stub).text, '…');
  });

  it('are replies that could not be kept, once', () => {
    const replies = createLiveReplies(now);
    replies.hold('a', [{ id: '1' }]);
    replies.hold('a', [{ id: '2' }]);
    assert.deepEqual(replies.take('b'), []);
    assert.deepEqual(
      replies.take('a').map(({ id }) => id),
      ['1', '2'],
    );
    assert.deepEqual(replies.take('a'), []);
    replies.hold('a', [{ id: '3' }]);
    time = 30_000;
    assert.deepEqual(replies.take('a'), []);
  });

  it('is forgotten by itself, and never grows without end', async () => {
    const memory = createBriefMemory<number>(30, 1_000);
    for (let number = 0; number < 10_000; number++) memory.set(`k${number}`, number);
    assert.equal(memory.size, 1_000);
    assert.equal(memory.get('k9999'), 9_999);
    assert.equal(memory.get('k1'), undefined);
    await new Promise((resolve) => setTimeout(resolve, 120));
    assert.equal(memory.size, 0);
  });
});
