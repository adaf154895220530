import type { DatabaseSync } from 'node:sqlite';
import type { Activity } from 'botframework-schema';
import type { TurnCommit } from '../bot/conversation-store.ts';
import type { LoggedActivity } from '../channels/direct-line/activity-log.ts';
import { COUNT_DAYS, dayOf, type StoredCount } from './store.ts';
import { readState, writeState } from './stored-state.ts';

export type SqliteStatements = ReturnType<typeof prepareStatements>;

/** The store's reads and writes over one open database; synchronous, times in milliseconds since 1970. */
export function prepareStatements(database: DatabaseSync) {
  const sql = {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    find: database.prepare('SELECT state, logged FROM conversation WHERE key = ? AND expires_at > ?'),
    recall: database.prepare(
      'SELECT result FROM remembered JOIN conversation USING (key) WHERE key = ? AND activity_id = ? AND expires_at > ?',
    ),
    drop: database.prepare('DELETE FROM conversation WHERE key = ?'),
    dropExpired: database.prepare('DELETE FROM conversation WHERE key = ? AND expires_at <= ?'),
    put: database.prepare(
      `INSERT INTO conversation (key, state, sequence, expires_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (key) DO UPDATE SET state = excluded.state, sequence = sequence + excluded.sequence, expires_at = excluded.expires_at
       RETURNING sequence`,
    ),
    log: database.prepare('INSERT INTO activity (key, sequence, body) VALUES (?, ?, ?)'),
    clearLog: database.prepare('DELETE FROM activity WHERE key = ?'),
    remember: database.prepare('INSERT OR REPLACE INTO remembered (key, activity_id, result) VALUES (?, ?, ?)'),
    startLog: database.prepare(
      `INSERT INTO conversation (key, logged, expires_at) VALUES (?, 1, ?)
       ON CONFLICT (key) DO UPDATE SET logged = 1, expires_at = excluded.expires_at`,
    ),
    read: database.prepare(
      'SELECT sequence, body FROM activity WHERE key = ? AND sequence > ? ORDER BY sequence LIMIT ?',
    ),
    sweep: database.prepare(
      'DELETE FROM conversation WHERE key IN (SELECT key FROM conversation WHERE expires_at <= ? LIMIT ?)',
    ),
    count: database.prepare(
      `INSERT INTO counter (day, name, labels, value) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET value = value + excluded.value`,
    ),
    dropCounts: database.prepare('DELETE FROM counter WHERE day < ?'),
    counts: database.prepare('SELECT day, name, labels, value FROM counter ORDER BY day, name, labels'),
  };

  const write = (key: string, turn: TurnCommit, now: number, idleMs: number): void => {
    // In steps of 1/120 (15 s of 30 minutes), downwards: a turn then seldom changes the index of expiry as well.
    const expiresAt = now + idleMs - ((now + idleMs) % Math.max(1, Math.floor(idleMs / 120)));
    sql.dropExpired.run(key, now);
    if (turn.state === null) sql.clearLog.run(key);
    const state = turn.state === null ? null : writeState(turn.state);
    const { sequence } = sql.put.get(key, state, turn.log.length, expiresAt) as { sequence: number };
    turn.log.forEach((activity, index) => {
      sql.log.run(key, sequence - turn.log.length + index + 1, JSON.stringify(activity));
    });
    for (const [id, result] of Object.entries(turn.remember)) sql.remember.run(key, id, result);
  };

  const atOnce = (work: () => void): void => {
    sql.begin.run();
    try {
      work();
      sql.commit.run();
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    /** Null: never made or expired. */
    find(key: string, now: number) {
      const row = sql.find.get(key, now) as { state: string | null; logged: number } | undefined;
      return row === undefined ? null : { state: readState(row.state), logged: row.logged === 1 };
    },
    recall(key: string, activityId: string, now: number): string | null {
      return ((sql.recall.get(key, activityId, now) as { result: string } | undefined)?.result ?? null) as
        | string
        | null;
    },
    /** All of some work or nothing. */
    atOnce,
    /** One turn; only inside `atOnce`. */
    write,
    startLog(key: string, now: number, idleMs: number): void {
      sql.dropExpired.run(key, now);
      sql.startLog.run(key, now + idleMs);
    },
    read(key: string, after: number, limit: number): readonly LoggedActivity[] {
      const rows = sql.read.all(key, after, limit) as unknown as { sequence: number; body: string }[];
      return rows.map(({ sequence, body }) => ({ sequence, activity: JSON.parse(body) as Partial<Activity> }));
    },
    drop(key: string): void {
      sql.drop.run(key);
    },
    /** Deletes up to `limit` expired conversations; returns how many. */
    sweep(now: number, limit: number): number {
      sql.dropCounts.run(dayOf(now - COUNT_DAYS * 86_400_000));
      return Number(sql.sweep.run(now, limit).changes);
    },
    /** Adds to the counters, all or none. */
    count(added: readonly StoredCount[]): void {
      atOnce(() => {
        for (const { day, name, labels, value } of added) sql.count.run(day, name, JSON.stringify(labels), value);
      });
    },
    counts(): readonly StoredCount[] {
      const rows = sql.counts.all() as unknown as {
        day: string;
        name: string;
        labels: string;
        value: number;
      }[];
      return rows.map((row) => ({
        day: row.day,
        name: row.name,
        value: row.value,
        labels: JSON.parse(row.labels) as Record<string, string>,
      }));
    },
    /** Writes what stands there already: fails where the disk takes no more. */
    probe(): void {
      const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
      database.exec(`PRAGMA user_version = ${version}`);
    },
    /** Empties the write-ahead log into the file, so that what was deleted is gone from both. */
    truncateLog(): void {
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    },
  };
}
