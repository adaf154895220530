import assert from 'node:assert/strict';
import type { ConversationResponse, TokenResponse } from '../../../src/channels/direct-line/protocol.ts';
import { type RunningApp, runApp } from '../../server/running-app.ts';
import { clientOf, send, until } from './direct-line-client.ts';
import { ConnectionStatus, type StockClient, stockClient } from './stock-client.ts';

describe('botframework-directlinejs against the embedded Direct Line', () => {
  let app: RunningApp;
  const open: StockClient[] = [];
  before(async () => {
    app = await runApp();
  });
  afterEach(() => {
    for (const client of open.splice(0)) client.end();
  });
  after(() => app.stop());

  const token = async () => (await send<TokenResponse>(`${app.url}/v3/directline/tokens/generate`)).body;
  const connect = (options: Readonly<Record<string, unknown>>) => {
    const client = stockClient({ domain: `${app.url}/v3/directline`, ...options });
    open.push(client);
    return client;
  };
  /** The same conversation through a client of our own. */
  const beside = (given: TokenResponse) => clientOf(app.url, given as ConversationResponse);

  for (const webSocket of [true, false]) {
    const how = webSocket ? 'a WebSocket' : 'polling';
    const options = { webSocket, pollingInterval: 200 };

    it(`welcomes, echoes and answers over ${how}`, async () => {
      const given = await token();
      const client = connect({ ...options, token: given.token, conversationStartProperties: { locale: 'es' } });
      await until(() => client.lines().length === 1);
      await client.say('hello', 'client-1');
      await client.say('report it', 'client-2');
      await until(() => client.lines().length === 5, client.lines().join());
      assert.deepEqual(client.lines(), ['Welcome es', 'you: hello', '1: hello', 'you: report it', '2: noted nothing']);
      assert.equal(client.activities[1]?.channelData?.clientActivityID, 'client-1');
      assert.equal(client.activities[3]?.channelData?.clientActivityID, 'client-2');
      assert.deepEqual(
        client.activities[0]?.suggestedActions?.actions.map(({ title }) => title),
        ['One', 'Two'],
      );
      assert.equal(client.statuses.at(-1), ConnectionStatus.Online);
    });

    it(`learns over ${how} that a conversation is over`, async () => {
      const given = await token();
      const client = connect({ ...options, token: given.token });
      await until(() => client.lines().length === 1);
      await beside(given).post({ type: 'endOfConversation' });
      if (webSocket) await assert.rejects(client.say('hello'), /404/);
      else await until(() => client.statuses.at(-1) === ConnectionStatus.Ended);
    });
  }

  it('gets what it missed while its socket was dead, once', async () => {
    const given = await token();
    const client = connect({ token: given.token });
    await until(() => client.lines().length === 1);
    client.sockets.at(-1)?.close();
    await beside(given).say('while away');
    await until(() => client.lines().length === 3);
    await client.say('back');
    await until(() => client.lines().length === 5);
    assert.deepEqual(client.lines(), ['Welcome null', 'you: while away', '1: while away', 'you: back', '2: back']);
    assert.equal(client.sockets.length, 2);
  });

  it('takes up a conversation again with its id, token and watermark', async () => {
    const given = await token();
    const first = connect({ token: given.token });
    await until(() => first.lines().length === 1);
    await first.say('hello');
    await until(() => first.lines().length === 3);
    first.end();
    const second = connect({ token: given.token, conversationId: given.conversationId, watermark: '2' });
    await until(() => second.lines().length === 1);
    assert.deepEqual(second.lines(), ['1: hello']);
  });

  it('is told that its token has expired', async () => {
    const brief = await runApp({ DIRECT_LINE_SIGNING_KEY: 'k'.repeat(32) });
    try {
      const { createTokens } = await import('../../../src/channels/direct-line/tokens.ts');
      const expired = await createTokens(['k'.repeat(32)], -10).issue({
        conversationId: 'c',
        userId: 'dl_u',
        use: 'client',
      });
      const client = connect({
        domain: `${brief.url}/v3/directline`,
        token: expired,
        conversationId: 'c',
        webSocket: false,
      });
      await until(() => client.statuses.at(-1) === ConnectionStatus.FailedToConnect);
      const { status, body } = await beside({ conversationId: 'c', token: expired, expires_in: 0 }).request(
        '/tokens/refresh',
      );
      assert.equal(status, 401, 'another key');
      const own = clientOf(brief.url, { conversationId: 'c', token: expired, expires_in: 0, streamUrl: '' });
      const refused = await own.request('/tokens/refresh');
      assert.equal(refused.status, 403);
      assert.equal(refused.body.error?.code, 'TokenExpired');
      assert.ok(body);
    } finally {
      await brief.stop();
    }
  });
});
