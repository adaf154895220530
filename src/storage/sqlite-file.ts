import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AnswerlineError } from '../errors.ts';
import { migrate } from './sqlite-schema.ts';
import type { StoreReport } from './store.ts';

/** Result codes of SQLite (https://www.sqlite.org/rescode.html) that mean the file's content is no database any more. */
const CORRUPT = 11;
const NOT_A_DATABASE = 26;
const BUSY = 5;

/**
 * Opens the database, `:memory:` or a file whose folder is made where it is missing. Write-ahead log; `synchronous=NORMAL`:
 * what was committed outlives a killed process (a power cut may take the last moments); deleted content is overwritten.
 * A corrupt file is set aside under a new name, never deleted.
 * @throws AnswerlineError CONFIG_INVALID with one sentence where the folder cannot be written or another process holds the file.
 */
export function openSqliteFile(file: string, report: StoreReport): DatabaseSync {
  if (file === ':memory:') return prepare(new DatabaseSync(file));
  try {
    makeFolder(path.dirname(path.resolve(file)));
  } catch (cause) {
    throw unusable(file, cause);
  }
  try {
    return open(file);
  } catch (cause) {
    if (!isCorruption(cause)) throw unusable(file, cause);
    const aside = setAside(file);
    report({
      level: 'error',
      msg: `the database was corrupt and is kept as ${path.basename(aside)}; starting a new one`,
    });
    return open(file);
  }
}

/** Folder by folder: Node's recursive form never returns where a file system takes no folders, as below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** Whether an error of SQLite says that the file's content is damaged. */
export function isCorruption(error: unknown): boolean {
  const code = (error as { errcode?: unknown }).errcode;
  return typeof code === 'number' && [CORRUPT, NOT_A_DATABASE].includes(code & 0xff);
}

/** Renames the database and its log beside it; returns the new name. */
export function setAside(file: string): string {
  const aside = `${file}.corrupt-${new Date().toISOString().replaceAll(':', '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  try {
    const { quick_check: verdict } = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
    if (verdict !== 'ok') throw Object.assign(new Error(verdict), { errcode: CORRUPT });
    return prepare(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: DatabaseSync): DatabaseSync {
  // One process owns the file: several would not hear of each other's activities (that is what Redis is for).
  database.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
    PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;`);
  migrate(database);
  return database;
}

function unusable(file: string, cause: unknown): AnswerlineError {
  const code = (cause as { errcode?: number }).errcode;
  const why =
    code !== undefined && (code & 0xff) === BUSY
      ? 'another process is using it: stop that one, choose another DATA_DIR, or set REDIS_URL to run several'
      : `it cannot be opened for writing (${(cause as Error).message}): make the folder writable or choose another DATA_DIR`;
  return new AnswerlineError('CONFIG_INVALID', `DATA_DIR: ${file}: ${why}.`, { cause });
}
