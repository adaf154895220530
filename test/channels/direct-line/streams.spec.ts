import assert from 'node:assert/strict';
import type { ConversationResponse } from '../../../src/channels/direct-line/protocol.ts';
import { type RunningApp, runApp } from '../../server/running-app.ts';
import { type Client, startConversation, until } from './direct-line-client.ts';
import { openStream } from './stream-client.ts';

describe('the stream of a conversation', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp();
  });
  after(() => app.stop());

  const reconnect = async (client: Client, watermark: string) => {
    const path = `/conversations/${client.conversation.conversationId}?watermark=${watermark}`;
    return (await client.request<ConversationResponse>(path, { method: 'GET' })).body.streamUrl;
  };

  it('delivers the welcome, the echo and the reply, each once and in order', async () => {
    const client = await startConversation(app.url);
    const stream = await openStream(client.conversation.streamUrl);
    await client.say('hello', 'client-1');
    await client.say('again', 'client-2');
    await until(() => stream.lines().length === 5);
    assert.deepEqual(stream.lines(), ['Welcome en', 'you: hello', '1: hello', 'you: again', '2: again']);
    assert.equal(stream.activities()[1]?.channelData?.clientActivityID, 'client-1');
    assert.equal(stream.watermark(), '5');
    stream.socket.close();
  });

  it('goes on where the last one was cut', async () => {
    const client = await startConversation(app.url);
    const first = await openStream(client.conversation.streamUrl);
    await client.say('one');
    await until(() => first.lines().length === 3);
    first.socket.terminate();
    await client.say('two');
    const second = await openStream(await reconnect(client, first.watermark()));
    await until(() => second.lines().length === 2);
    assert.deepEqual(second.lines(), ['you: two', '2: two']);
    second.socket.close();
  });

  it('shows the visitor the words of a report while they are live, and nobody afterwards', async () => {
    const client = await startConversation(app.url);
    const stream = await openStream(client.conversation.streamUrl);
    await client.say('report my neighbour', 'client-1');
    await until(() => stream.lines().length === 3);
    const [, echo, reply] = stream.activities();
    assert.equal(echo?.text, 'report my neighbour');
    assert.equal(echo?.channelData?.clientActivityID, 'client-1');
    assert.equal(reply?.text, '1: noted nothing');
    stream.socket.close();
  });

  it('serves every tab of a conversation, up to eight', async () => {
    const client = await startConversation(app.url);
    const tabs = await Promise.all(Array.from({ length: 8 }, async () => openStream(await reconnect(client, '1'))));
    await client.say('hello');
    await until(() => tabs.every((tab) => tab.lines().length === 2));
    await assert.rejects(openStream(await reconnect(client, '1')), /429/);
    for (const tab of tabs) tab.socket.close();
    await until(async () => (await openStream(await reconnect(client, '1')).catch(() => null)) !== null);
  });

  it('closes when the conversation is over', async () => {
    const client = await startConversation(app.url);
    const stream = await openStream(client.conversation.streamUrl);
    await client.post({ type: 'endOfConversation' });
    assert.equal(await stream.closed, 1000);
  });

  it('delivers a long backlog to a reader that was paused', async () => {
    const busy = await runApp({ RATE_LIMIT_CONVERSATION: '10000' });
    try {
      const client = await startConversation(busy.url);
      const stream = await openStream(client.conversation.streamUrl);
      await until(() => stream.lines().length === 1);
      stream.socket.pause();
      const text = 'x'.repeat(900);
      for (let number = 0; number < 300; number++) await client.post({ type: 'message', text: `${number} ${text}` });
      stream.socket.resume();
      await until(() => stream.lines().length === 601);
      assert.deepEqual(
        stream
          .activities()
          .filter(({ from }) => from.role === 'user')
          .map((activity) => Number.parseInt(activity.text ?? '', 10)),
        Array.from({ length: 300 }, (_, number) => number),
      );
      stream.socket.close();
    } finally {
      await busy.stop();
    }
  });
});
