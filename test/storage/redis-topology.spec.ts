import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { openRedisStore } from '../../src/storage/redis-store.ts';
import { hasRedisServer, sayNoRedis } from './redis-server.ts';
import { type RedisTopology, startRedisCluster, startRedisSentinel } from './redis-topology.ts';

for (const [name, start] of [
  ['a Redis Cluster', startRedisCluster],
  ['Redis behind a Sentinel', startRedisSentinel],
] as const) {
  describe(name, () => {
    let servers: RedisTopology;
    before(async function () {
      if (!hasRedisServer) {
        sayNoRedis();
        this.skip();
      }
      this.timeout(30_000);
      servers = await start();
    });
    after(() => servers?.remove());

    it('serves turns of many conversations, their logs and what wakes their readers', async () => {
      const store = openRedisStore({ url: servers.url });
      for (let tries = 0; !(await store.ping()); tries += 1) {
        assert.ok(tries < 200, 'no connection');
        await wait(50);
      }
      let woken = 0;
      const names = Array.from({ length: 20 }, (_, index) => `conversation ${index}`);
      await Promise.all(names.map((key) => store.subscribe(key, () => woken++)));
      await Promise.all(
        names.map(async (key) => {
          await store.create(key);
          await store.withTurn(key, (open) =>
            open.commit({ state: { ...freshState, misses: 1 }, remember: { a: 'b' }, log: [{ text: key }] }),
          );
        }),
      );
      for (const key of names) {
        assert.equal((await store.withTurn(key, async (open) => open.state))?.misses, 1);
        assert.equal((await store.read(key, 0, 5))[0]?.activity.text, key);
        await store.forget(key);
        assert.equal(await store.exists(key), false);
      }
      await wait(100);
      assert.ok(woken >= names.length, `${woken} woken`);
      await store.close();
    }).timeout(30_000);
  });
}
