import assert from 'node:assert/strict';
import { startConversation } from '../channels/direct-line/direct-line-client.ts';
import { runApp } from './running-app.ts';

describe('health and metrics', () => {
  it('are there under the base path, and count turns without words', async () => {
    const app = await runApp({ BASE_PATH: '/assistant' });
    try {
      assert.match(app.url, /\/assistant$/);
      assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
      assert.deepEqual(await (await fetch(`${app.url}/readyz`)).json(), { ready: true, missing: [] });
      const client = await startConversation(app.url);
      await client.say('canary words');
      await client.post({ type: 'event', name: 'answerline/feedback', value: { replyTo: 'x', rating: 'up' } });
      const text = await (await fetch(`${app.url}/metrics`)).text();
      assert.match(
        text,
        /^answerline_turns_total\{channel="web",event="message",result="answered",kind="smalltalk",lang="en"\} 1$/m,
      );
      assert.match(text, /^answerline_ratings_total\{rating="up"\} 1$/m);
      assert.match(text, /^answerline_ready 1$/m);
      assert.match(text, /^answerline_sockets 0$/m);
      assert.match(
        text,
        /^answerline_http_request_seconds_count\{route="\/assistant\/v3\/directline\/conversations",method="POST",status="201"\} 1$/m,
      );
      assert.doesNotMatch(text, /canary/);
    } finally {
      await app.stop();
    }
  });

  it('keep metrics from strangers', async () => {
    const open = await runApp();
    const locked = await runApp({ METRICS_TOKEN: 'a-token-of-sixteen' });
    const status = async (url: string, headers: Readonly<Record<string, string>> = {}) =>
      (await fetch(`${url}/metrics`, { headers })).status;
    try {
      assert.equal(await status(open.url), 200);
      assert.equal(
        await status(open.url, { 'x-forwarded-for': '127.0.0.1' }),
        403,
        'came through a proxy on this machine',
      );
      assert.equal(await status(locked.url), 401);
      assert.equal(await status(locked.url, { authorization: 'Bearer a-token-of-sixteem' }), 401);
      assert.equal(await status(locked.url, { authorization: 'Bearer a-token-of-sixteen' }), 200);
    } finally {
      await open.stop();
      await locked.stop();
    }
  });
});
