import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client, startConversation } from '../channels/direct-line/direct-line-client.ts';
import { openStream } from '../channels/direct-line/stream-client.ts';
import { hasRedisServer, type RedisServer, sayNoRedis, startRedisServer } from '../storage/redis-server.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

describe('two processes behind a balancer, on one Redis', () => {
  let redis: RedisServer;
  let dataDir: string;
  let servers: ServerProcess[];
  let balancer: Balancer;
  before(async function () {
    if (!hasRedisServer) {
      sayNoRedis();
      this.skip();
    }
    this.timeout(60_000);
    redis = await startRedisServer();
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'answerline-'));
  });
  after(async () => {
    await redis?.remove();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  });
  beforeEach(async function () {
    this.timeout(60_000);
    const environment = {
      REDIS_URL: redis.url,
      DATA_DIR: dataDir,
      DIRECT_LINE_SIGNING_KEY: 'one key for both processes of this test',
      RATE_LIMIT_CONVERSATION: '100000',
      RATE_LIMIT_ADDRESS: '1000000',
    };
    servers = await Promise.all([startProcess(environment), startProcess(environment)]);
    balancer = await startBalancer(servers.map(({ url }) => url));
  });
  afterEach(async () => {
    await balancer?.close();
    for (const server of servers ?? []) server.process.kill('SIGKILL');
    await Promise.all((servers ?? []).map(({ ended }) => ended));
  });

  /** Sends again, with the same id, until it is acknowledged: what a client does after a cut. */
  async function insist(client: Client, text: string, id: string): Promise<string> {
    for (let tries = 0; ; tries += 1) {
      const answer = await client
        .post({ type: 'message', text, channelData: { clientActivityID: id } })
        .catch(() => null);
      if (answer?.status === 200) return answer.body.id;
      assert.ok(tries < 100, `never acknowledged: ${answer?.status}`);
      await wait(100);
    }
  }

  async function log(client: Client): Promise<string[]> {
    const lines: string[] = [];
    for (let watermark = ''; ; ) {
      const set = await client.poll(watermark);
      if (set.activities.length === 0) return lines;
      watermark = set.watermark ?? '';
      lines.push(...set.activities.map(({ from, text }) => `${from.role === 'user' ? 'you: ' : ''}${text}`));
    }
  }

  it('a socket on one hears, in order and once, what is posted to the other', async () => {
    const client = await startConversation(balancer.url);
    const streamUrl = new URL(client.conversation.streamUrl);
    const streams = await Promise.all(
      servers.map(({ url }) => {
        streamUrl.host = new URL(url).host;
        return openStream(streamUrl.href);
      }),
    );
    for (let number = 0; number < 20; number += 1) await client.say(`message ${number}`);
    const expected = Array.from({ length: 20 }, (_, number) => [
      `you: message ${number}`,
      `${number + 1}: message ${number}`,
    ]);
    for (const stream of streams) {
      for (let tries = 0; stream.lines().length < 41 && tries < 100; tries += 1) await wait(20);
      assert.deepEqual(stream.lines().slice(-40), expected.flat());
      stream.socket.close();
    }
  }).timeout(30_000);

  it('answers the same activity, sent to both at once, once', async () => {
    const client = await startConversation(balancer.url);
    const ids = await Promise.all(Array.from({ length: 10 }, () => client.say('hello', 'the-same')));
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(await log(client), ['Welcome en', 'you: hello', '1: hello']);
  }).timeout(30_000);

  it('loses nothing and answers nothing twice when one is killed in mid-turn', async () => {
    const client = await startConversation(balancer.url);
    const messages = Array.from({ length: 60 }, (_, number) => `message ${number}`);
    const killed = wait(150).then(() => servers[0]!.process.kill('SIGKILL'));
    await Promise.all(
      Array.from({ length: 6 }, async (_, speaker) => {
        for (let number = speaker; number < messages.length; number += 6) {
          await insist(client, messages[number]!, `id-${number}`);
          await wait(10);
        }
      }),
    );
    await killed;
    const lines = (await log(client)).slice(1);
    assert.equal(lines.length, 2 * messages.length);
    for (let turn = 0; turn < messages.length; turn += 1) {
      const said = lines[2 * turn]!.replace('you: ', '');
      assert.equal(
        lines[2 * turn + 1],
        `${turn + 1}: ${said}`,
        'each message is followed by its own reply, counted on',
      );
    }
    assert.deepEqual(
      new Set(lines.filter((line) => line.startsWith('you: '))),
      new Set(messages.map((text) => `you: ${text}`)),
    );
  }).timeout(60_000);
});
