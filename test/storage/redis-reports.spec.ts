import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../src/storage/open-store.ts';
import { hasRedisServer, sayNoRedis, startRedisServer } from './redis-server.ts';

const open = (redisUrl: string, said: string[]) =>
  openStore({ redisUrl, kind: 'sqlite', dataDir: '', idleMinutes: 30, report: ({ msg }) => said.push(msg) });

describe('what the operator hears of Redis', () => {
  before(function () {
    if (hasRedisServer) return;
    sayNoRedis();
    this.skip();
  });

  it('is nothing while it answers from the start, and one line each when it goes and comes back', async () => {
    const server = await startRedisServer();
    const said: string[] = [];
    const store = await open(server.url, said);
    assert.equal(await store.ping(), true, 'open means connected');
    assert.deepEqual(said, []);
    await server.stop();
    for (let tries = 0; said.length < 1 && tries < 100; tries += 1) await wait(20);
    await server.start();
    for (let tries = 0; !(await store.ping()) && tries < 200; tries += 1) await wait(20);
    assert.deepEqual(said, ['Redis does not answer: check REDIS_URL and the server', 'Redis answers again']);
    await store.close();
    await server.remove();
  }).timeout(20_000);

  it('is one line, and a start all the same, where nothing answers', async () => {
    const said: string[] = [];
    const store = await open('redis://127.0.0.1:1', said);
    assert.deepEqual(said, ['Redis does not answer: check REDIS_URL and the server']);
    assert.equal(await store.ping(), false);
    await store.close();
  });
});
