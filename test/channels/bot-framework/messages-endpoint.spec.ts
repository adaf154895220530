import assert from 'node:assert/strict';
import fc from 'fast-check';
import { message } from '../../bot/activities.ts';
import { activitiesOf, startBot } from '../../bot/talk.ts';
import { channelClaims, startOpenIdProvider } from './open-id-provider.ts';
import { registrationFor, startConnector, startEndpoint } from './signed-endpoint.ts';

describe('POST /api/messages', () => {
  it('sends replies to the channel where they are not expected in the response, in the thread of the message', async () => {
    const [provider, connector, talk] = [await startOpenIdProvider(), await startConnector(), startBot()];
    const { post } = startEndpoint(registrationFor(provider, [connector.host]), talk.bot);
    const activity = { ...message, channelId: 'msteams', serviceUrl: connector.url, deliveryMode: undefined };
    const response = await post(activity, await provider.sign(channelClaims(connector.url)));
    assert.deepEqual([response.status, response.body], [200, undefined]);
    const [sent, ...more] = connector.received;
    assert.equal(more.length, 0);
    assert.equal(sent?.path, '/teams/v3/conversations/conversation-1/activities/a1');
    assert.equal(sent?.activity.text, '1: hello');
    await Promise.all([provider.close(), connector.close(), talk.close()]);
  });

  it('shows the typing indicator before a reply that is slow to come, and only then', async () => {
    const [provider, connector, talk] = [await startOpenIdProvider(), await startConnector(), startBot()];
    const slow = startBot({
      store: {
        ...talk.store,
        withTurn: async (key, turn) => {
          await new Promise((later) => setTimeout(later, 1000));
          return talk.store.withTurn(key, turn);
        },
      },
    });
    const { post } = startEndpoint(registrationFor(provider, [connector.host]), slow.bot);
    const activity = { ...message, channelId: 'msteams', serviceUrl: connector.url, deliveryMode: undefined };
    await post(activity, await provider.sign(channelClaims(connector.url)));
    const types = () => connector.received.map((entry) => entry.activity.type);
    assert.deepEqual(types(), ['typing', 'message']);
    const quick = startEndpoint(registrationFor(provider, [connector.host]), talk.bot);
    await quick.post({ ...activity, id: 'a2' }, await provider.sign(channelClaims(connector.url)));
    assert.deepEqual(types(), ['typing', 'message', 'message']);
    await Promise.all([provider.close(), connector.close(), talk.close(), slow.close()]);
  });

  it('hands expected replies back in the response', async () => {
    const talk = startBot();
    const [reply] = activitiesOf(await talk.post(message));
    assert.deepEqual([reply?.type, reply?.text, reply?.replyToId], ['message', '1: hello', 'a1']);
    await talk.close();
  });

  it('unsigned, calls this machine only, and needs no address where replies are expected', async () => {
    const talk = startBot();
    const elsewhere = { ...message, deliveryMode: 'normal', serviceUrl: 'https://smba.trafficmanager.net/amer/' };
    assert.equal((await talk.post(elsewhere)).status, 403);
    assert.equal((await talk.post({ ...elsewhere, serviceUrl: undefined })).status, 403);
    const [reply] = activitiesOf(await talk.post({ ...elsewhere, deliveryMode: 'expectReplies' }));
    assert.equal(reply?.serviceUrl, undefined);
    await talk.close();
  });

  it('tells who writes too much when to go on, and does not run the bot', async () => {
    const keys: string[] = [];
    const { post, runs } = startEndpoint({ mode: 'anonymous', serviceHosts: [] }, undefined, async (key) => {
      keys.push(key);
      return { allowed: false, retryAfter: 7 };
    });
    const response = await post(message);
    assert.deepEqual([response.status, response.headers], [429, { 'Retry-After': '7' }]);
    assert.equal(runs(), 0);
    assert.deepEqual(keys, ['["emulator","conversation-1"]']);
  });

  it('is closed without credentials in production', async () => {
    const { post, runs } = startEndpoint({ mode: 'off' });
    assert.equal((await post(message)).status, 403);
    assert.equal(runs(), 0);
  });

  it('answers 501 to invokes it does not know', async () => {
    const talk = startBot();
    for (const name of ['signin/verifyState', 'adaptiveCard/action', 'task/fetch', '__proto__', '', undefined]) {
      const invoke = { ...message, type: 'invoke', name, deliveryMode: undefined, serviceUrl: 'http://localhost:1' };
      assert.equal((await talk.post(invoke)).status, 501, name);
    }
    await talk.close();
  });

  it('answers 500 with a fixed sentence where a turn fails, and logs no word of the visitor', async () => {
    const { post, logged } = startEndpoint({ mode: 'anonymous', serviceHosts: [] }, async ({ activity }) => {
      throw new TypeError(`cannot read ${activity.text}`);
    });
    const response = await post({ ...message, text: 'canary' });
    assert.deepEqual(response.body, { error: { code: 'ServiceError', message: 'The turn failed.' } });
    assert.equal(logged[0]?.msg, 'turn failed');
    assert.ok(!JSON.stringify([response, logged]).includes('canary'));
  });

  it('withstands ten thousand malformed activities: no exception, nothing but 200, 400, 403 and 501', async function () {
    this.timeout(60_000);
    const talk = startBot();
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(
        null,
        '',
        [],
        {},
        1e308,
        -0,
        '\u0000',
        '\ud800',
        '__proto__',
        'constructor',
        'x'.repeat(5000),
      ),
    );
    const fields = [
      'type',
      'id',
      'text',
      'channelId',
      'conversation',
      'from',
      'recipient',
      'value',
      'entities',
      'name',
      'membersAdded',
      'attachments',
      'channelData',
      'locale',
      'timestamp',
      'deliveryMode',
      'replyToId',
      'action',
    ] as const;
    const broken = fc
      .tuple(
        fc.constantFrom('message', 'invoke', 'event', 'conversationUpdate', 'messageUpdate', 'odd'),
        fc.dictionary(fc.constantFrom(...fields), odd, { maxKeys: 4 }),
      )
      .map(([type, more]) => ({ ...message, type, ...more }));
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, odd), async (body) => {
        const response = await talk.post(body);
        assert.ok([200, 400, 403, 501].includes(response.status), `${response.status} for ${JSON.stringify(body)}`);
      }),
      { numRuns: 10_000, endOnFailure: true },
    );
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    await talk.close();
  });
});
