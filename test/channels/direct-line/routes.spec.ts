import assert from 'node:assert/strict';
import { decodeJwt } from 'jose';
import type { ConversationResponse, TokenResponse } from '../../../src/channels/direct-line/protocol.ts';
import { type RunningApp, runApp } from '../../server/running-app.ts';
import { clientOf, lineOf, send, startConversation } from './direct-line-client.ts';

describe('the embedded Direct Line over HTTP', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp();
  });
  after(() => app.stop());
  const directLine = (path: string) => `${app.url}/v3/directline${path}`;

  it('gives a token, starts its conversation and welcomes in the language of the start', async () => {
    const generated = await send(directLine('/tokens/generate'));
    assert.equal(generated.status, 200);
    assert.equal(generated.body.expires_in, 3600);
    const headers = { authorization: `Bearer ${generated.body.token}` };
    const started = await send<ConversationResponse>(directLine('/conversations'), {
      headers,
      body: JSON.stringify({ locale: 'es-US', user: { id: 'chosen by the client' } }),
    });
    assert.equal(started.status, 201);
    assert.equal(started.body.conversationId, generated.body.conversationId);
    assert.match(started.body.streamUrl, /^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/[\w-]+\/stream\?t=/);
    const again = await send<ConversationResponse>(directLine('/conversations'), { headers });
    assert.equal(again.status, 200);
    const client = clientOf(app.url, started.body);
    await client.say('hello');
    assert.deepEqual(await client.texts(), ['Welcome es', 'you: hello', '1: hello']);
  });

  it('makes the user itself and ignores whom the client says it is', async () => {
    const client = await startConversation(app.url);
    const { user } = decodeJwt<{ user: string }>(client.conversation.token);
    assert.match(user, /^dl_[\w-]{22}$/);
    const id = await client.say('hello');
    const echo = (await client.poll()).activities.find((activity) => activity.id === id);
    assert.equal(echo?.from.id, user);
    assert.equal(echo?.from.role, 'user');
  });

  it('answers a message sent again with the same id, once', async () => {
    const client = await startConversation(app.url);
    const first = await client.say('hello', 'client-1');
    assert.equal(await client.say('hello', 'client-1'), first);
    assert.notEqual(await client.say('hello', 'client-2'), first);
    assert.deepEqual(await client.texts(), ['Welcome en', 'you: hello', '1: hello', 'you: hello', '2: hello']);
  });

  it("echoes the client's own id and marks what replies belong to", async () => {
    const client = await startConversation(app.url);
    const id = await client.say('hello', 'client-1');
    const [echo, reply] = (await client.poll()).activities.slice(-2);
    assert.equal(echo?.channelData?.clientActivityID, 'client-1');
    assert.equal(reply?.replyToId, id);
    assert.equal(reply?.from.name, 'Answerline');
    assert.deepEqual(reply?.channelData?.answerline?.reply?.before, ['1: hello']);
  });

  it('moves the watermark only past what was delivered', async () => {
    const client = await startConversation(app.url);
    for (let number = 1; number <= 60; number++) await client.post({ type: 'message', text: `${number}` });
    const first = await client.poll();
    assert.ok(first.activities.length <= 100);
    const second = await client.poll(first.watermark);
    const third = await client.poll(second.watermark);
    assert.deepEqual(third, { activities: [], watermark: second.watermark });
    const all = [...first.activities, ...second.activities].map(lineOf);
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.length, 1 + 2 * 30, 'thirty messages a minute pass');
    const refused = await client.request(
      `/conversations/${client.conversation.conversationId}/activities?watermark=x`,
      {
        method: 'GET',
      },
    );
    assert.equal(refused.status, 400);
  });

  it('reconnects with a stream that goes on at the watermark', async () => {
    const client = await startConversation(app.url);
    const path = `/conversations/${client.conversation.conversationId}?watermark=1`;
    const { status, body } = await client.request<ConversationResponse>(path, { method: 'GET' });
    assert.equal(status, 200);
    assert.match(body.streamUrl, /&watermark=1$/);
    assert.equal(body.conversationId, client.conversation.conversationId);
  });

  it('refreshes a token of a conversation that goes on', async () => {
    const client = await startConversation(app.url);
    const { status, body } = await client.request<TokenResponse>('/tokens/refresh');
    assert.equal(status, 200);
    assert.equal(body.conversationId, client.conversation.conversationId);
    assert.equal(decodeJwt(body.token).conv, client.conversation.conversationId);
  });

  it('erases a conversation whose visitor leaves for good, and says 404 from then on', async () => {
    const client = await startConversation(app.url);
    await client.say('hello');
    assert.equal((await client.post({ type: 'endOfConversation' })).status, 200);
    assert.equal((await client.post({ type: 'message', text: 'hello' })).status, 404);
    assert.equal((await client.request('/tokens/refresh')).status, 404);
    const path = `/conversations/${client.conversation.conversationId}`;
    assert.equal((await client.request(path, { method: 'GET' })).status, 404);
    assert.equal((await client.request(`${path}/activities`, { method: 'GET' })).status, 404);
  });

  it('forgets on "start over" and goes on', async () => {
    const client = await startConversation(app.url);
    await client.say('hello');
    await client.say('start over');
    await client.say('hello');
    assert.deepEqual(await client.texts(), ['you: start over', 'Begun anew.', 'you: hello', '1: hello']);
  });

  it('accepts and drops typing and unknown events', async () => {
    const client = await startConversation(app.url);
    for (const activity of [{ type: 'typing' }, { type: 'event', name: 'webchat/join' }]) {
      const { status, body } = await client.post(activity);
      assert.equal(status, 200);
      assert.equal(typeof body.id, 'string');
    }
    assert.equal((await client.poll()).activities.length, 1);
  });

  it('refuses attachments in plain words', async () => {
    const client = await startConversation(app.url);
    const inline = await client.post({
      type: 'message',
      attachments: [{ contentType: 'image/png', contentUrl: 'data:,' }],
    });
    assert.equal(inline.status, 415);
    assert.equal(inline.body.error?.code, 'AttachmentsNotSupported');
    const form = new FormData();
    form.append('file', new Blob(['x']), 'x.txt');
    const uploaded = await fetch(
      `${directLine(`/conversations/${client.conversation.conversationId}/upload?userId=me`)}`,
      {
        method: 'POST',
        headers: { authorization: `Bearer ${client.conversation.token}` },
        body: form,
      },
    );
    assert.equal(uploaded.status, 415);
    assert.equal((await uploaded.json()).error.code, 'AttachmentsNotSupported');
  });
});
