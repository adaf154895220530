import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createMemoryStore } from './memory-store.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { defaultTiming, type Store, type StoreReport } from './store.ts';

/** Longest a start waits for a store that connects, milliseconds: without it, it serves 911 and the tip line all the same. */
const CONNECT_MS = 2_000;

export interface StoreChoice {
  /** Given: Redis, for any number of processes. */
  readonly redisUrl: string | null;
  readonly kind: 'sqlite' | 'memory';
  /** Folder of the database file. */
  readonly dataDir: string;
  readonly idleMinutes: number;
  readonly report: StoreReport;
}

/**
 * Opens the store the configuration asks for.
 * @throws AnswerlineError CONFIG_INVALID, one sentence that names REDIS_URL or DATA_DIR.
 */
export async function openStore(choice: StoreChoice): Promise<Store> {
  const { report } = choice;
  const timing = { ...defaultTiming, idleMs: choice.idleMinutes * 60_000 };
  if (choice.redisUrl !== null) {
    // Loaded only where it is used: a single process needs no Redis client.
    const { openRedisStore } = await import('./redis-store.ts');
    const store = openRedisStore({ url: choice.redisUrl, report, timing });
    await reachable(store);
    return store;
  }
  if (choice.kind === 'memory') return createMemoryStore(timing);
  return openSqliteStore({ file: path.join(choice.dataDir, 'answerline.sqlite'), report, timing });
}

/** Waits until the store answers, so that the first visitors' turns are kept; gives up quietly: the store reports itself. */
async function reachable(store: Store): Promise<void> {
  const end = Date.now() + CONNECT_MS;
  while (Date.now() < end && !(await store.ping())) await wait(20);
}
