import assert from 'node:assert/strict';
import { Redis } from 'ioredis';
import { openRedisRateLimits, type SharedRateLimits } from '../../src/storage/redis-rate-limits.ts';
import { until } from '../channels/direct-line/direct-line-client.ts';
import { hasRedisServer, type RedisServer, sayNoRedis, startRedisServer } from './redis-server.ts';

describe('rates shared through Redis', () => {
  let redis: RedisServer;
  const opened: SharedRateLimits[] = [];
  before(async function () {
    if (!hasRedisServer) {
      sayNoRedis();
      this.skip();
    }
    redis = await startRedisServer();
  });
  after(async () => {
    await Promise.all(opened.map((limits) => limits.close()));
    await redis?.remove();
  });
  const open = (rejects: string[] = []) => {
    const limits = openRedisRateLimits(redis.url);
    opened.push(limits);
    return limits.limit('conversation', 3, () => rejects.push('one'));
  };

  it('are counted over all processes, and no key stands there in words', async () => {
    const client = new Redis(redis.url);
    const rejects: string[] = [];
    const [one, other] = [open(), open(rejects)];
    // Until both are connected each would count for itself.
    await until(async () => {
      await one(`warm ${Math.random()}`);
      await other(`warm ${Math.random()}`);
      return (await client.keys('answerline:rate:*')).length >= 2;
    });
    assert.deepEqual(
      [await one('192.0.2.1'), await other('192.0.2.1'), await one('192.0.2.1')].map(({ allowed }) => allowed),
      [true, true, true],
    );
    const refused = await other('192.0.2.1');
    assert.equal(refused.allowed, false);
    assert.ok(!refused.allowed && refused.retryAfter > 0 && refused.retryAfter <= 60);
    assert.deepEqual(rejects, ['one']);
    assert.equal((await one('192.0.2.2')).allowed, true);
    const keys = await client.keys('*');
    assert.ok(keys.length > 2 && !keys.some((key) => key.includes('192.0.2')), keys.join());
    for (const key of keys) assert.ok((await client.ttl(key)) > 0);
    client.disconnect();
  });

  it('go on in each process while Redis is away', async () => {
    const limit = open();
    await limit('warm');
    await redis.stop();
    const verdicts = [];
    for (let number = 0; number < 5; number++) verdicts.push((await limit('a')).allowed);
    assert.deepEqual(verdicts, [true, true, true, false, false]);
  });
});
