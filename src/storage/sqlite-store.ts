import type { DatabaseSync } from 'node:sqlite';
import { createCommitGroup } from './commit-group.ts';
import { createPendingCounts } from './pending-counts.ts';
import { isCorruption, openSqliteFile, setAside } from './sqlite-file.ts';
import { prepareStatements, type SqliteStatements } from './sqlite-statements.ts';
import { dayOf, defaultTiming, type Store, type StoreReport, type StoreTiming } from './store.ts';
import { storeUnavailable, turnSuperseded } from './store-errors.ts';
import { createTurnQueue } from './turn-queue.ts';
import { createWakeCalls } from './wake-calls.ts';

export interface SqliteStoreOptions {
  /** A file in DATA_DIR, or `:memory:`. */
  readonly file: string;
  readonly report?: StoreReport;
  readonly timing?: StoreTiming;
  /** Milliseconds since 1970; tests let it jump. */
  readonly now?: () => number;
  /** How often expired conversations are deleted, milliseconds. */
  readonly sweepEveryMs?: number;
}

const SWEEP_EVERY_MS = 15_000;
/** Expired conversations deleted in one go: a few milliseconds of work, so that turns go on in between. */
const SWEEP_BATCH = 500;
const SWEEP_AGAIN_MS = 200;
/** How soon after an erasure the write-ahead log is emptied: erasures close together share one. */
const ERASE_WITHIN_MS = 100;
/** How soon counts are written: those close together share one write. A killed process loses the last second's. */
const COUNT_WITHIN_MS = 1_000;
/** How soon a broken database is opened again. */
const REOPEN_AFTER_MS = 1_000;

/**
 * The default store: Node's own SQLite, one file, one process. Synchronous underneath: a turn costs tens of microseconds.
 * A failing disk rejects with STORE_UNAVAILABLE and is tried again; a file that turns out corrupt is set aside and replaced.
 * @throws AnswerlineError CONFIG_INVALID (see `openSqliteFile`).
 */
export function openSqliteStore(options: SqliteStoreOptions): Store {
  const { file, report = () => {}, timing = defaultTiming, now = Date.now, sweepEveryMs = SWEEP_EVERY_MS } = options;
  const enqueue = createTurnQueue(timing.turnMs);
  const wakeCalls = createWakeCalls();
  let database: DatabaseSync | null = openSqliteFile(file, report);
  let statements: SqliteStatements = prepareStatements(database);
  let closed = false;
  let brokenUntil = 0;
  let unwritable = false;
  let erasing: NodeJS.Timeout | undefined;
  let counting: NodeJS.Timeout | undefined;
  const pending = createPendingCounts();
  const commits = createCommitGroup((work) => write((sql) => sql.atOnce(work)));

  const reopen = (): void => {
    if (database !== null || closed) return;
    if (Date.now() < brokenUntil) throw storeUnavailable(new Error('the database is being opened again'));
    brokenUntil = Date.now() + REOPEN_AFTER_MS;
    database = openSqliteFile(file, report);
    statements = prepareStatements(database);
    report({ level: 'info', msg: 'the database is open again' });
  };
  const giveUp = (error: unknown): void => {
    if (!isCorruption(error) || database === null || file === ':memory:') return;
    database.close();
    database = null;
    const aside = setAside(file);
    report({ level: 'error', msg: `the database became corrupt and is kept as ${aside}; starting a new one` });
  };
  const use = <T>(work: (statements: SqliteStatements) => T): T => {
    try {
      reopen();
      return work(statements);
    } catch (error) {
      giveUp(error);
      throw storeUnavailable(error);
    }
  };
  /** A disk that takes no more is told once, and once when it does again. */
  const write = <T>(work: (statements: SqliteStatements) => T): T => {
    try {
      const result = use(work);
      if (unwritable) report({ level: 'info', msg: 'the database can be written again' });
      unwritable = false;
      return result;
    } catch (error) {
      if (!unwritable && database !== null && !closed) report({ level: 'error', msg: unwritableMessage(file, error) });
      unwritable = true;
      throw error;
    }
  };
  const eraseSoon = (): void => {
    erasing ??= setTimeout(() => {
      erasing = undefined;
      attempt(() => use((sql) => sql.truncateLog()), report);
    }, ERASE_WITHIN_MS).unref();
  };
  /** What cannot be written now, which `write` tells, waits for the next time. */
  const writeCounts = (): void => {
    clearTimeout(counting);
    counting = undefined;
    if (pending.size === 0) return;
    try {
      write((sql) => sql.count(pending.all()));
      pending.clear();
    } catch {
      countSoon();
    }
  };
  const countSoon = (): void => {
    if (!closed) counting ??= setTimeout(writeCounts, COUNT_WITHIN_MS).unref();
  };
  const sweepOnce = (): void => {
    if (closed) return;
    attempt(
      () => {
        const deleted = use((sql) => sql.sweep(now(), SWEEP_BATCH));
        if (deleted > 0) eraseSoon();
        // A full batch: more have expired than fit. Turns go on in between.
        if (deleted === SWEEP_BATCH) setTimeout(sweepOnce, SWEEP_AGAIN_MS).unref();
      },
      unwritable ? () => {} : report,
    );
  };
  const sweep = setInterval(sweepOnce, sweepEveryMs).unref();

  return {
    withTurn: (key, turn) =>
      enqueue(key, async (place) => {
        const found = use((sql) => sql.find(key, now()));
        return turn({
          state: found?.state ?? null,
          recall: async (activityId) => use((sql) => sql.recall(key, activityId, now())),
          commit: async (committed) => {
            let kept = false;
            await commits.add(() => {
              kept = place.holds();
              if (kept) statements.write(key, committed, now(), timing.idleMs);
            });
            if (!kept) throw turnSuperseded();
            if (committed.state === null) eraseSoon();
            if (committed.log.length > 0) wakeCalls.wake(key);
          },
        });
      }),
    forget: async (key) => {
      // A turn of it that waits to be written must not come after its end.
      commits.flush();
      write((sql) => sql.drop(key));
      eraseSoon();
      wakeCalls.wake(key);
    },
    create: async (key) => {
      commits.flush();
      write((sql) => sql.startLog(key, now(), timing.idleMs));
    },
    exists: async (key) => use((sql) => sql.find(key, now())?.logged ?? false),
    read: async (key, after, limit) => use((sql) => (sql.find(key, now()) ? sql.read(key, after, limit) : [])),
    subscribe: async (key, wake) => {
      const stop = wakeCalls.add(key, wake);
      return async () => stop();
    },
    count: async (name, labels, by = 1) => {
      if (closed) throw storeUnavailable(new Error('the store is closed'));
      pending.add(dayOf(now()), name, labels, by);
      countSoon();
    },
    counts: async () => {
      writeCounts();
      return use((sql) => sql.counts());
    },
    ping: async () => {
      try {
        if (unwritable) write((sql) => sql.probe());
        else use((sql) => sql.find('', now()));
        return true;
      } catch {
        return false;
      }
    },
    close: async () => {
      if (closed) return;
      clearInterval(sweep);
      clearTimeout(erasing);
      commits.flush();
      writeCounts();
      clearTimeout(counting);
      attempt(() => use((sql) => sql.truncateLog()), report);
      closed = true;
      database?.close();
    },
  };
}

function unwritableMessage(file: string, error: unknown): string {
  const why = ((error as Error).cause as Error | undefined)?.message ?? String(error);
  return `DATA_DIR: ${file} cannot be written (${why}): make room there; visitors are answered meanwhile, but what they write is forgotten`;
}

function attempt(work: () => void, report: StoreReport): void {
  try {
    work();
  } catch (error) {
    const { cause } = error as Error;
    report({
      level: 'error',
      msg: 'the database could not be tidied',
      error: String((cause as Error)?.message ?? error),
    });
  }
}
