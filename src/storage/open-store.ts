import path from 'node:path';
import { createMemoryStore } from './memory-store.ts';
import { openSqliteStore } from './sqlite-store.ts';
import { defaultTiming, type Store, type StoreReport } from './store.ts';

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
    return openRedisStore({ url: choice.redisUrl, report, timing });
  }
  if (choice.kind === 'memory') return createMemoryStore(timing);
  return openSqliteStore({ file: path.join(choice.dataDir, 'answerline.sqlite'), report, timing });
}
