import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { parseRedisUrl } from '../../src/storage/redis-connection.ts';
import { openRedisStore } from '../../src/storage/redis-store.ts';
import { defaultTiming, type Store, type StoreTiming } from '../../src/storage/store.ts';
import { hasRedisServer, type RedisServer, sayNoRedis, startRedisServer } from './redis-server.ts';
import { describeStore } from './store-contract.ts';

let server: RedisServer;

async function openReady(timing: StoreTiming = defaultTiming): Promise<Store> {
  const store = openRedisStore({ url: server.url, timing });
  while (!(await store.ping())) await wait(10);
  return store;
}

const turn = { state: freshState, remember: {}, log: [{ text: 'x' }] };

describe('Redis', () => {
  before(async function () {
    if (!hasRedisServer) {
      sayNoRedis();
      this.skip();
    }
    server = await startRedisServer();
  });
  after(() => server?.remove());

  describeStore('Redis', { open: openReady, close: (store) => store.close() });

  it('keeps one turn at a time across processes and loses no update', async () => {
    const stores = await Promise.all([openReady(), openReady(), openReady()]);
    let running = 0;
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        stores[index % 3]!.withTurn('shared', async (open) => {
          running += 1;
          assert.equal(running, 1);
          await wait(1);
          await open.commit({ ...turn, state: { ...freshState, misses: (open.state?.misses ?? 0) + 1 } });
          running -= 1;
        }),
      ),
    );
    assert.equal((await stores[0]!.withTurn('shared', async (open) => open.state))?.misses, 60);
    assert.deepEqual(
      (await stores[1]!.read('shared', 0, 100)).map((entry) => entry.sequence),
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
    await Promise.all(stores.map((store) => store.close()));
  });

  it('wakes a listener in another process', async () => {
    const [here, there] = await Promise.all([openReady(), openReady()]);
    const woken = Promise.withResolvers<void>();
    await there.subscribe('waking', () => woken.resolve());
    await here.withTurn('waking', (open) => open.commit(turn));
    await woken.promise;
    await Promise.all([here.close(), there.close()]);
  });

  it('frees the conversation of a process that died in mid-turn within seconds', async () => {
    const [dying, living] = await Promise.all([openReady(), openReady()]);
    dying
      .withTurn('orphan', async () => {
        await dying.close();
        await new Promise(() => {});
      })
      .catch(() => {});
    await wait(50);
    const began = Date.now();
    await living.withTurn('orphan', (open) => open.commit(turn));
    assert.ok(Date.now() - began < 5_000);
    await living.close();
  }).timeout(10_000);

  for (const [how, away, back] of [
    ['stopped', () => server.stop(), () => server.start()],
    ['frozen', async () => server.process().kill('SIGSTOP'), async () => server.process().kill('SIGCONT')],
  ] as const) {
    it(`fails within a second while the server is ${how}, and works within 5 s of its return`, async () => {
      const store = await openReady();
      await store.withTurn(`kept-${how}`, (open) => open.commit(turn));
      await away();
      const began = Date.now();
      await assert.rejects(
        store.withTurn(`kept-${how}`, async (open) => open.state),
        { code: 'STORE_UNAVAILABLE' },
      );
      assert.equal(await store.ping(), false);
      assert.ok(Date.now() - began < 2_000);
      await back();
      const returned = Date.now();
      while (!(await store.ping())) await wait(50);
      assert.ok(Date.now() - returned < 5_000);
      assert.deepEqual(await store.withTurn(`kept-${how}`, async (open) => open.state), freshState);
      await store.close();
    }).timeout(20_000);
  }
});

describe('an address of Redis', () => {
  it('is read in each form', () => {
    const plain = { mode: 'single', tls: false, nodes: [{ host: 'h', port: 6379 }], database: 0 };
    assert.deepEqual(parseRedisUrl('redis://h'), plain);
    assert.deepEqual(parseRedisUrl('rediss://me:p%40ss@h:7000/2'), {
      ...{ ...plain, tls: true, nodes: [{ host: 'h', port: 7000 }], database: 2 },
      username: 'me',
      password: 'p@ss',
    });
    assert.deepEqual(parseRedisUrl('redis+sentinel://:pw@a:1,b/main/3'), {
      ...{ mode: 'sentinel', tls: false, database: 3, password: 'pw', master: 'main' },
      nodes: [
        { host: 'a', port: 1 },
        { host: 'b', port: 26379 },
      ],
    });
    assert.deepEqual(parseRedisUrl('rediss+cluster://[::1]:7001,b:7002').nodes, [
      { host: '::1', port: 7001 },
      { host: 'b', port: 7002 },
    ]);
  });

  it('that is wrong is told by one sentence without the password', () => {
    for (const url of [
      'http://h',
      'redis://',
      'redis://a,b',
      'redis+sentinel://a',
      'redis://h:99999',
      'redis://u:secret@h/x',
    ]) {
      assert.throws(
        () => parseRedisUrl(url),
        (error: Error) => /^REDIS_URL: [^\n]+\.$/.test(error.message) && !error.message.includes('secret'),
        url,
      );
    }
  });
});
