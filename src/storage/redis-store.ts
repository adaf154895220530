import type { Activity } from 'botframework-schema';
import { connectRedis, parseRedisUrl } from './redis-connection.ts';
import { defineStoreCommands, keysOf } from './redis-scripts.ts';
import { holdTurn, reach } from './redis-turn.ts';
import { COUNT_DAYS, dayOf, defaultTiming, type Store, type StoreReport, type StoreTiming } from './store.ts';
import { createTurnQueue } from './turn-queue.ts';
import { createWakeCalls } from './wake-calls.ts';

export interface RedisStoreOptions {
  /** See `parseRedisUrl`. */
  readonly url: string;
  readonly report?: StoreReport;
  readonly timing?: StoreTiming;
}

/** One hash a day, by name and labels. */
const COUNTS = 'answerline:counts:';

/**
 * The store of many processes: any of them may take any turn. Connects in the background: while Redis is away every method
 * rejects with STORE_UNAVAILABLE at once, and works again within a second or two of its return.
 * @throws AnswerlineError CONFIG_INVALID where the address is malformed.
 */
export function openRedisStore(options: RedisStoreOptions): Store {
  const { url, report = () => {}, timing = defaultTiming } = options;
  const address = parseRedisUrl(url);
  const client = defineStoreCommands(connectRedis(address));
  const listener = connectRedis(address);
  const enqueue = createTurnQueue(timing.turnMs);
  const wakeCalls = createWakeCalls();
  const channels = new Map<string, string>();
  let reachable: boolean | null = null;

  const heard = (now: boolean, why?: string): void => {
    if (now === reachable) return;
    const before = reachable;
    reachable = now;
    // That it answers at the start is no news.
    if (now && before === false) report({ level: 'info', msg: 'Redis answers again' });
    if (!now)
      report({
        level: 'error',
        msg: 'Redis does not answer: check REDIS_URL and the server',
        ...(why && { error: why }),
      });
  };
  client.on('ready', () => heard(true));
  client.on('error', (error: Error) => heard(false, error.message));
  client.on('close', () => heard(false));
  listener.on('error', () => {});
  // What was said while the listener was away is lost: everyone looks for themselves.
  listener.on('ready', () => {
    for (const key of channels.values()) wakeCalls.wake(key);
  });
  listener.on('message', (channel: string) => {
    const key = channels.get(channel);
    if (key !== undefined) wakeCalls.wake(key);
  });

  return {
    withTurn: (key, turn) => enqueue(key, (place) => holdTurn(client, keysOf(key), place, timing, turn)),
    forget: (key) =>
      reach(async () => {
        const { conversation, log, remembered, grown } = keysOf(key);
        await client.del(conversation, log, remembered);
        await client.publish(grown, '');
      }),
    create: (key) =>
      reach(async () => {
        await client.answerlineCreate(keysOf(key).conversation, timing.idleMs);
      }),
    exists: (key) => reach(async () => (await client.hget(keysOf(key).conversation, 'logged')) === '1'),
    read: (key, after, limit) =>
      reach(async () => {
        const entries = await client.xrange(keysOf(key).log, `${after + 1}-0`, '+', 'COUNT', limit);
        return entries.map(([id, fields]) => ({
          sequence: Number.parseInt(id, 10),
          activity: JSON.parse(fields[1] ?? '{}') as Partial<Activity>,
        }));
      }),
    subscribe: async (key, wake) => {
      const { grown } = keysOf(key);
      const stop = wakeCalls.add(key, wake);
      channels.set(grown, key);
      await reach(() => listener.subscribe(grown)).catch((error: unknown) => {
        stop();
        if (!wakeCalls.has(key)) channels.delete(grown);
        throw error;
      });
      return async () => {
        stop();
        if (wakeCalls.has(key)) return;
        channels.delete(grown);
        await listener.unsubscribe(grown).catch(() => {});
      };
    },
    count: (name, labels, by = 1) =>
      reach(async () => {
        const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
        const key = COUNTS + dayOf(Date.now());
        await client.hincrby(key, JSON.stringify([name, sorted]), by);
        await client.expire(key, COUNT_DAYS * 86_400);
      }),
    counts: () =>
      reach(async () => {
        const days = Array.from({ length: COUNT_DAYS }, (_, ago) => dayOf(Date.now() - ago * 86_400_000)).reverse();
        const kept = await Promise.all(days.map(async (day) => ({ day, fields: await client.hgetall(COUNTS + day) })));
        return kept.flatMap(({ day, fields }) =>
          Object.entries(fields)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([field, value]) => {
              const [name, labels] = JSON.parse(field) as [string, [string, string][]];
              return { day, name, labels: Object.fromEntries(labels), value: Number(value) };
            }),
        );
      }),
    ping: async () =>
      client.status === 'ready' && listener.status === 'ready' && (await client.ping().catch(() => '')) === 'PONG',
    close: async () => {
      client.removeAllListeners('close');
      await Promise.allSettled([client.quit(), listener.quit()]);
      client.disconnect();
      listener.disconnect();
    },
  };
}
