import assert from 'node:assert/strict';
import type { ConversationResponse } from '../../src/channels/direct-line/protocol.ts';
import { type Client, startConversation } from '../channels/direct-line/direct-line-client.ts';
import { openStream } from '../channels/direct-line/stream-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { rawRequest } from './raw-http.ts';

describe('row 12: WebSockets', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp({ ALLOWED_ORIGINS: 'wss://www.example.gov' });
  });
  after(() => app.stop());

  const streamUrl = async (client: Client) => {
    const path = `/conversations/${client.conversation.conversationId}`;
    return new URL((await client.request<ConversationResponse>(path, { method: 'GET' })).body.streamUrl);
  };

  it('need their own token, which opens their own conversation only', async () => {
    const [one, other] = [await startConversation(app.url), await startConversation(app.url)];
    const url = await streamUrl(one);
    const without = new URL(url);
    without.searchParams.delete('t');
    await assert.rejects(openStream(without.href), /401/);
    const client = new URL(url);
    client.searchParams.set('t', one.conversation.token);
    await assert.rejects(openStream(client.href), /401/, 'a client token is no stream token');
    const foreign = new URL(url.href.replace(one.conversation.conversationId, other.conversation.conversationId));
    await assert.rejects(openStream(foreign.href), /403/);
    const garbled = new URL(url);
    garbled.searchParams.set('t', `${url.searchParams.get('t')}x`);
    await assert.rejects(openStream(garbled.href), /401/);
  });

  it('are opened from allowed pages only', async () => {
    const url = await streamUrl(await startConversation(app.url));
    await assert.rejects(openStream(url.href, { origin: 'https://evil.example' }), /403/);
    for (const origin of ['https://www.example.gov', app.url]) {
      (await openStream(url.href, { origin })).socket.close();
    }
  });

  it('are found at streams alone', async () => {
    const upgrade =
      'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    for (const path of [
      '/',
      '/api/messages',
      '/v3/directline/conversations/../stream',
      '/v3/directline/conversations/x/stream?t=',
    ]) {
      const { status, text } = await rawRequest(
        app.url,
        [`GET ${path} HTTP/1.1\r\nhost: localhost\r\n${upgrade}\r\n`],
        50,
      );
      assert.ok([401, 404].includes(status), `${status} at ${path}`);
      assert.doesNotMatch(text, /101 Switching/);
    }
    const { status } = await rawRequest(
      app.url,
      ['GET / HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n'],
      50,
    );
    assert.equal(status, 404);
  });

  it('take empty pings, and frames up to 64 KiB without heeding them', async () => {
    const client = await startConversation(app.url);
    const stream = await openStream((await streamUrl(client)).href);
    for (let ping = 0; ping < 5; ping++) stream.socket.send('');
    stream.socket.send('x'.repeat(64 * 1024));
    await client.say('hello');
    assert.equal(stream.socket.readyState, stream.socket.OPEN);
    stream.socket.send('x'.repeat(64 * 1024 + 1));
    assert.equal(await stream.closed, 1009);
  });

  it('are closed for binary frames and for a flood of frames', async () => {
    const client = await startConversation(app.url);
    const binary = await openStream((await streamUrl(client)).href);
    binary.socket.send(Buffer.from('x'));
    assert.equal(await binary.closed, 1003);
    const flood = await openStream((await streamUrl(client)).href);
    for (let frame = 0; frame < 100; frame++) flood.socket.send('');
    assert.equal(await flood.closed, 1008);
  });
});
