import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { ConversationResponse } from '../../src/channels/direct-line/protocol.ts';
import { type Client, clientOf, startConversation } from '../channels/direct-line/direct-line-client.ts';
import { openStream } from '../channels/direct-line/stream-client.ts';
import { startProcess } from '../server/server-process.ts';
import { size } from './full-size.ts';

const kills = size(3, 20);

describe('rows 17 and 18: stops', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));
  const start = () => startProcess({ DATA_DIR: dataDir, RATE_LIMIT_CONVERSATION: '100000' });

  it(`loses no acknowledged message to kill -9, ${kills} times over`, async function () {
    this.timeout(20_000 * kills);
    const acknowledged: string[] = [];
    let conversation: ConversationResponse | null = null;
    for (let round = 0; round < kills; round++) {
      const server = await start();
      const client: Client = conversation ? clientOf(server.url, conversation) : await startConversation(server.url);
      conversation = client.conversation;
      const talking = Promise.allSettled(
        Array.from({ length: 4 }, async (_, speaker) => {
          for (let number = 0; ; number++) {
            const text = `${round} ${speaker} ${number}`;
            await client.say(text);
            acknowledged.push(text);
          }
        }),
      );
      setTimeout(() => server.process.kill('SIGKILL'), 300 + 50 * (round % 5));
      await talking;
      assert.equal(await server.ended, null);
    }
    assert.ok(acknowledged.length > 20, `${acknowledged.length} were acknowledged`);
    const server = await start();
    const client = clientOf(server.url, conversation!);
    const kept = new Set<string>();
    const answered = new Set<string>();
    for (let watermark = '', more = true; more; ) {
      const set = await client.poll(watermark);
      for (const { from, text = '' } of set.activities)
        (from.role === 'user' ? kept : answered).add(text.replace(/^\d+: /, ''));
      more = set.activities.length > 0;
      watermark = set.watermark ?? '';
    }
    assert.deepEqual(
      acknowledged.filter((text) => !kept.has(text) || !answered.has(text)),
      [],
    );
    server.process.kill('SIGTERM');
    assert.equal(await server.ended, 0);
  });

  it('drains on SIGTERM: what was begun is answered, sockets get their last words, and it ends with 0', async function () {
    this.timeout(30_000);
    const server = await start();
    const client = await startConversation(server.url);
    const stream = await openStream(client.conversation.streamUrl);
    const begun = Array.from({ length: 20 }, (_, number) =>
      client.post({ type: 'message', text: `message ${number}` }),
    );
    await begun[0];
    const started = performance.now();
    server.process.kill('SIGTERM');
    const answers = await Promise.allSettled(begun);
    const accepted = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.status === 200).length;
    assert.equal(await stream.closed, 1012);
    assert.equal(await server.ended, 0);
    assert.ok(performance.now() - started < 10_000);
    assert.equal(stream.activities().filter(({ from }) => from.role === 'user').length, accepted);
    assert.match(server.lines.join('\n'), /"signal":"SIGTERM","msg":"stopping"/);
    await assert.rejects(fetch(`${server.url}/healthz`));
  });
});
