import assert from 'node:assert/strict';
import type { ConversationResponse } from '../../src/channels/direct-line/protocol.ts';
import { createTokens } from '../../src/channels/direct-line/tokens.ts';
import { clientOf, send, startConversation } from '../channels/direct-line/direct-line-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';

const keys = ['first-key-of-thirty-two-characters', 'second-key-of-thirty-two-characters'] as const;

describe('row 25: who may speak Direct Line', () => {
  let app: RunningApp;
  before(async () => {
    app = await runApp({
      ALLOWED_ORIGINS: 'https://www.example.gov, wss://news.example.gov',
      DIRECT_LINE_SIGNING_KEY: keys.join(),
    });
  });
  after(() => app.stop());
  const generate = (headers: Readonly<Record<string, string>>) =>
    send(`${app.url}/v3/directline/tokens/generate`, { headers });

  it('is who comes from an allowed page, or from no page at all', async () => {
    for (const origin of [
      'https://www.example.gov',
      'https://news.example.gov',
      'https://WWW.example.gov:443',
      app.url,
    ]) {
      const { status, headers } = await generate({ origin });
      assert.equal(status, 200, origin);
      assert.equal(headers.get('access-control-allow-origin'), origin);
      assert.match(headers.get('vary') ?? '', /origin/i);
      assert.equal(headers.get('access-control-allow-credentials'), null);
    }
    assert.equal((await generate({})).status, 200);
    for (const origin of [
      'https://evil.example',
      'http://www.example.gov',
      'https://www.example.gov.evil.example',
      'null',
      '',
    ]) {
      const { status, headers } = await generate({ origin });
      assert.equal(status, 403, origin);
      assert.equal(headers.get('access-control-allow-origin'), null);
    }
  });

  it('is told so before the request proper', async () => {
    const preflight = (origin: string) =>
      fetch(`${app.url}/v3/directline/conversations`, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent',
        },
      });
    const allowed = await preflight('https://www.example.gov');
    assert.equal(allowed.status, 204);
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://www.example.gov');
    assert.match(
      allowed.headers.get('access-control-allow-headers') ?? '',
      /authorization.*content-type.*x-ms-bot-agent/,
    );
    assert.equal((await preflight('https://evil.example')).status, 403);
  });

  it('opens one conversation with a token, and no other', async () => {
    const [one, other] = [await startConversation(app.url), await startConversation(app.url)];
    const foreign = clientOf(app.url, { ...other.conversation, token: one.conversation.token });
    for (const answer of [
      await foreign.post({ type: 'message', text: 'hello' }),
      await foreign.request(`/conversations/${other.conversation.conversationId}`, { method: 'GET' }),
      await foreign.request(`/conversations/${other.conversation.conversationId}/activities`, { method: 'GET' }),
    ]) {
      assert.equal(answer.status, 403);
      assert.equal(answer.body.error?.code, 'Forbidden');
    }
    assert.deepEqual(await other.texts(), ['Welcome en']);
  });

  it('is nobody without a token that we signed', async () => {
    const { conversation } = await startConversation(app.url);
    const [head, payload] = conversation.token.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const forged = await createTokens(['a key that is not one of ours, really'], 60).issue({
      conversationId: conversation.conversationId,
      userId: 'dl_x',
      use: 'client',
    });
    const stream = new URL(conversation.streamUrl).searchParams.get('t') ?? '';
    for (const token of ['', 'x', none, forged, stream, `${head}.${payload}.AAAA`, `${conversation.token}x`]) {
      const { status, body } = await clientOf(app.url, { ...conversation, token }).post({
        type: 'message',
        text: 'hello',
      });
      assert.equal(status, 401, token);
      assert.equal(body.error?.code, 'Unauthorized');
    }
    for (const authorization of ['', 'Bearer', `Basic ${conversation.token}`]) {
      const answer = await send(`${app.url}/v3/directline/tokens/refresh`, { headers: { authorization } });
      assert.equal(answer.status, 401);
    }
  });

  it('speaks no longer with a token that has expired, and still with one of an older key', async () => {
    const { conversation } = await startConversation(app.url);
    const claims = {
      conversationId: conversation.conversationId,
      userId: 'dl_x',
      use: 'client',
      started: true,
    } as const;
    const expired = await createTokens([keys[0]], -1).issue(claims);
    const refused = await clientOf(app.url, { ...conversation, token: expired }).post({
      type: 'message',
      text: 'hello',
    });
    assert.equal(refused.status, 403);
    assert.equal(refused.body.error?.code, 'TokenExpired');
    const older = await createTokens([keys[1]], 60).issue(claims);
    await clientOf(app.url, { ...conversation, token: older }).say('hello');
  });

  it("cannot start a conversation with a token that is another's or has expired", async () => {
    const expired = await createTokens([keys[0]], -1).issue({ conversationId: 'a', userId: 'dl_x', use: 'client' });
    const start = (authorization: string) =>
      send<ConversationResponse>(`${app.url}/v3/directline/conversations`, { headers: { authorization } });
    assert.equal((await start(`Bearer ${expired}`)).status, 403);
    assert.equal((await start('Bearer undefined')).status, 401);
  });
});
