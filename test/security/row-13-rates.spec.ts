import assert from 'node:assert/strict';
import { clientOf, send, startConversation } from '../channels/direct-line/direct-line-client.ts';
import { runApp } from '../server/running-app.ts';

describe('row 13: rates', () => {
  it('lets 30 messages a minute of one conversation pass, and none of its neighbours wait', async () => {
    const app = await runApp();
    try {
      const client = await startConversation(app.url);
      const answers = [];
      for (let number = 0; number < 35; number++) answers.push(await client.post({ type: 'message', text: 'hello' }));
      assert.deepEqual(
        answers.map(({ status }) => status),
        [...Array(30).fill(200), ...Array(5).fill(429)],
      );
      const refused = answers.at(-1);
      assert.equal(refused?.body.error?.code, 'TooManyRequests');
      const seconds = Number(refused?.headers.get('retry-after'));
      assert.ok(seconds > 0 && seconds <= 60);
      assert.equal((await client.poll()).activities.length, 61, 'reading goes on');
      await (await startConversation(app.url)).say('hello');
    } finally {
      await app.stop();
    }
  });

  it('counts an address by its socket, whatever it says of itself', async () => {
    const app = await runApp({ RATE_LIMIT_ADDRESS: '5' });
    try {
      const statuses = [];
      for (let number = 0; number < 8; number++) {
        const headers = { 'x-forwarded-for': `192.0.2.${number}`, forwarded: `for=192.0.2.${number}` };
        statuses.push((await send(`${app.url}/v3/directline/tokens/generate`, { headers })).status);
      }
      assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429, 429, 429]);
    } finally {
      await app.stop();
    }
  });

  it('believes a proxy that is trusted', async () => {
    const app = await runApp({ RATE_LIMIT_ADDRESS: '2', TRUST_PROXY: '127.0.0.0/8' });
    try {
      const from = async (forwardedFor: string) =>
        (await send(`${app.url}/v3/directline/tokens/generate`, { headers: { 'x-forwarded-for': forwardedFor } }))
          .status;
      assert.deepEqual([await from('192.0.2.1'), await from('192.0.2.1'), await from('192.0.2.1')], [200, 200, 429]);
      assert.equal(await from('192.0.2.2'), 200);
      assert.equal(await from('198.51.100.7, 192.0.2.1'), 429, 'what stands left of the last is hearsay');
    } finally {
      await app.stop();
    }
  });

  it('limits posts to a conversation by address as well', async () => {
    const app = await runApp({ RATE_LIMIT_ADDRESS: '3' });
    try {
      const client = clientOf(app.url, (await startConversation(app.url)).conversation);
      await client.say('one');
      await client.say('two');
      assert.equal((await client.post({ type: 'message', text: 'three' })).status, 429);
    } finally {
      await app.stop();
    }
  });
});
