import assert from 'node:assert/strict';
import { startConversation } from '../channels/direct-line/direct-line-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';

const odd = [
  '__proto__',
  'constructor',
  'toString',
  '\u0000\u0007\u001b[31m',
  '\u202eabc\u202c',
  '👩‍👩‍👧‍👦',
  '\ud800',
  'a\ud83d',
  '\u2028\u2029',
  "'; DROP TABLE conversation; --",
  '%00%0d%0aset-cookie: a=b',
];

describe('row 10: odd text and ids', () => {
  for (const store of ['memory', 'sqlite']) {
    describe(`with the store in ${store}`, () => {
      let app: RunningApp;
      before(async () => {
        app = await runApp({ STORE: store });
      });
      after(() => app.stop());

      it('takes any text as text', async () => {
        const client = await startConversation(app.url);
        for (const text of odd) await client.say(text);
        const lines = await client.texts();
        assert.equal(lines.length, 1 + 2 * odd.length);
        assert.equal(lines[1], 'you: __proto__');
      });

      it('takes any id for a name of its own, and keeps none that could hold words', async () => {
        const client = await startConversation(app.url);
        for (const id of odd) {
          const { status } = await client.post({
            type: 'message',
            id,
            text: 'hello',
            channelData: { clientActivityID: id, __proto__: { polluted: 1 } },
          });
          assert.equal(status, 200);
        }
        const first = await client.say('hello', 'constructor');
        assert.equal(await client.say('hello', 'constructor'), first);
        assert.equal(({} as { polluted?: number }).polluted, undefined);
        const kept = JSON.stringify(await client.poll());
        assert.doesNotMatch(kept, /DROP TABLE|set-cookie/);
      });

      it('knows no conversation by an odd name', async () => {
        const client = await startConversation(app.url);
        for (const id of odd) {
          const path = `/conversations/${encodeURIComponent(id.toWellFormed())}/activities`;
          const { status } = await client.request(path, { method: 'GET' });
          assert.ok([400, 403, 404].includes(status), `${status} for ${JSON.stringify(id)}`);
        }
      });
    });
  }
});
