import assert from 'node:assert/strict';
import { type Client, startConversation } from '../channels/direct-line/direct-line-client.ts';
import { type RunningApp, runApp } from '../server/running-app.ts';
import { size } from './full-size.ts';

const conversations = size(100, 10_000);

for (const store of ['memory', 'sqlite']) {
  describe(`turns with the store in ${store}`, () => {
    let app: RunningApp;
    before(async () => {
      app = await runApp({ STORE: store, RATE_LIMIT_CONVERSATION: '1000', RATE_LIMIT_ADDRESS: '10000000' });
    });
    after(() => app.stop());

    it('row 15: answers the same activity, sent ten times at once, once', async () => {
      const client = await startConversation(app.url);
      const ids = await Promise.all(Array.from({ length: 10 }, () => client.say('hello', 'client-1')));
      assert.equal(new Set(ids).size, 1);
      assert.deepEqual(await client.texts(), ['Welcome en', 'you: hello', '1: hello']);
    });

    it('row 16: answers 100 messages of one conversation one after the other, and loses no state', async () => {
      const client = await startConversation(app.url);
      await Promise.all(Array.from({ length: 100 }, (_, number) => client.say(`message ${number}`)));
      const lines: string[] = [];
      let watermark = '';
      for (let page = 0; page < 3; page++) {
        const set = await client.poll(watermark);
        watermark = set.watermark ?? '';
        lines.push(...set.activities.map(({ text }) => text ?? ''));
      }
      const [, ...turns] = lines;
      assert.equal(turns.length, 200);
      // Each message is followed by its own reply, and the replies count up without a gap.
      for (let turn = 0; turn < 100; turn++) assert.equal(turns[2 * turn + 1], `${turn + 1}: ${turns[2 * turn]}`);
    });

    it(`row 20: keeps ${conversations} interleaved conversations apart`, async function () {
      this.timeout(20_000 + 30 * conversations);
      const clients = await inTens(conversations, () => startConversation(app.url, 'en'));
      for (const round of [1, 2, 3]) {
        await inTens(clients.length, (number) => clients[number]?.say(`${round} of ${number}`) ?? Promise.resolve(''));
      }
      for (const [number, client] of clients.entries()) {
        const expected = [1, 2, 3].flatMap((round) => [
          `you: ${round} of ${number}`,
          `${round}: ${round} of ${number}`,
        ]);
        assert.deepEqual(await client.texts(), ['Welcome en', ...expected]);
      }
    });
  });
}

/** Ten at a time, so that a test machine's sockets suffice. */
async function inTens<T extends Client | string>(count: number, work: (number: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < count; start += 10) {
    const length = Math.min(10, count - start);
    results.push(...(await Promise.all(Array.from({ length }, (_, offset) => work(start + offset)))));
  }
  return results;
}
