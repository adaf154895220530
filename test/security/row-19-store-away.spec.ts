import assert from 'node:assert/strict';
import type { ConversationResponse } from '../../src/channels/direct-line/protocol.ts';
import { clientOf, send, startConversation, until } from '../channels/direct-line/direct-line-client.ts';
import { openStream } from '../channels/direct-line/stream-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { failingStore } from './failing-store.ts';

describe('row 19: the store is away', () => {
  const { store, be } = failingStore();
  let app: RunningApp;
  before(async () => {
    app = await runApp({}, { makeStore: async () => store });
  });
  beforeEach(() => be('well'));
  after(() => app.stop());

  const readiness = async () => (await fetch(`${app.url}/readyz`)).status;

  for (const mood of ['down', 'slow'] as const) {
    it(`answers within a second who listens while it is ${mood}, and says that it may forget`, async () => {
      const client = await startConversation(app.url);
      const stream = await openStream(client.conversation.streamUrl);
      await until(() => stream.lines().length === 1);
      be(mood);
      const asked = performance.now();
      await client.say('hello');
      await until(() => stream.lines().length === 4);
      // Two looks at the store of half a second at most each.
      assert.ok(performance.now() - asked < 1_200, `${performance.now() - asked} ms`);
      const [, echo, reply, notice] = stream.lines();
      assert.deepEqual([echo, reply], ['you: hello', '1: hello']);
      assert.match(notice ?? '', /keep track/);
      assert.equal(await readiness(), 503);
      assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
      be('well');
      assert.equal(await readiness(), 200);
      await client.say('again');
      await until(() => stream.lines().includes('1: again'));
      stream.socket.close();
    });
  }

  it('answers who polls', async () => {
    const client = await startConversation(app.url);
    const { watermark } = await client.poll();
    be('down');
    await client.say('hello');
    const set = await client.poll(watermark);
    assert.deepEqual(
      set.activities.slice(0, 2).map(({ text }) => text),
      ['hello', '1: hello'],
    );
    assert.equal(set.watermark, watermark);
    assert.equal(
      (await client.request(`/conversations/${client.conversation.conversationId}/activities`, { method: 'GET' }))
        .status,
      503,
    );
  });

  it('begins conversations, and keeps them from its return on', async () => {
    be('down');
    const { status, body } = await send<ConversationResponse>(`${app.url}/v3/directline/conversations`);
    assert.equal(status, 201);
    const client = clientOf(app.url, body);
    const stream = await openStream(body.streamUrl);
    await until(() => stream.lines().includes('Welcome null'));
    await client.say('hello');
    await until(() => stream.lines().includes('1: hello'));
    be('well');
    const back = performance.now();
    await client.say('again');
    await until(() => stream.lines().includes('1: again'));
    assert.ok(performance.now() - back < 5_000);
    assert.deepEqual(await client.texts(), ['you: again', '1: again']);
    stream.socket.close();
  });

  it('says 503 and when to come back where nothing can be done without it', async () => {
    const client = await startConversation(app.url);
    be('down');
    const path = `/conversations/${client.conversation.conversationId}`;
    const answer = await client.request(path, { method: 'GET' });
    assert.equal(answer.status, 503);
    assert.equal(answer.body.error?.code, 'ServiceUnavailable');
    assert.equal(answer.headers.get('retry-after'), '2');
  });
});
