import type { DatabaseSync } from 'node:sqlite';

/**
 * Numbered migrations; the file remembers the last one in `user_version`. Add at the end, never change one that shipped.
 * Times are milliseconds since 1970.
 */
const migrations: readonly string[] = [
  `CREATE TABLE conversation (
     key TEXT PRIMARY KEY,
     state TEXT,
     logged INTEGER NOT NULL DEFAULT 0, -- 1: has an activity log (embedded Direct Line)
     sequence INTEGER NOT NULL DEFAULT 0, -- of the newest log entry
     expires_at INTEGER NOT NULL
   ) WITHOUT ROWID;
   CREATE INDEX conversation_expires_at ON conversation (expires_at);
   CREATE TABLE activity (
     key TEXT NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
     sequence INTEGER NOT NULL,
     body TEXT NOT NULL,
     PRIMARY KEY (key, sequence)
   ) WITHOUT ROWID;
   CREATE TABLE remembered (
     key TEXT NOT NULL REFERENCES conversation (key) ON DELETE CASCADE,
     activity_id TEXT NOT NULL,
     result TEXT NOT NULL,
     PRIMARY KEY (key, activity_id)
   ) WITHOUT ROWID;
   CREATE TABLE counter (
     day TEXT NOT NULL,
     name TEXT NOT NULL,
     labels TEXT NOT NULL,
     value INTEGER NOT NULL,
     PRIMARY KEY (day, name, labels)
   ) WITHOUT ROWID;`,
];

/**
 * Brings a database to the newest form.
 * @throws when the file was written by a newer version than this one.
 */
export function migrate(database: DatabaseSync): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > migrations.length)
    throw new Error(`the file is of version ${version}, newer than ${migrations.length}`);
  migrations.slice(version).forEach((sql, offset) => {
    database.exec(`BEGIN; ${sql} PRAGMA user_version = ${version + offset + 1}; COMMIT;`);
  });
}
