import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { describeStore } from './store-contract.ts';

describeStore('SQLite in memory', {
  open: async (timing) => openSqliteStore({ file: ':memory:', timing }),
  close: (store) => store.close(),
});

describe('SQLite in a file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'answerline-'));
    file = path.join(folder, 'deeper', 'answerline.sqlite');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const say = (text: string) => ({ state: freshState, remember: { id1: 'r1' }, log: [{ text }] });
  const onDisk = () =>
    readdirSync(path.dirname(file))
      .map((name) => readFileSync(path.join(path.dirname(file), name)).toString('latin1'))
      .join('');

  it('keeps what was committed, across a new start', async () => {
    const first = openSqliteStore({ file });
    await first.create('k');
    await first.withTurn('k', (open) => open.commit(say('kept')));
    await first.close();
    const second = openSqliteStore({ file });
    assert.equal((await second.read('k', 0, 9))[0]?.activity.text, 'kept');
    assert.equal(await second.withTurn('k', (open) => open.recall('id1')), 'r1');
    await second.close();
  });

  it('writes counts together, soon and at its end', async () => {
    const first = openSqliteStore({ file });
    for (let i = 0; i < 5; i++) await first.count('reply', { kind: 'answer' });
    assert.deepEqual(
      (await first.counts()).map(({ value }) => value),
      [5],
    );
    await first.count('reply', { kind: 'answer' });
    await wait(1_300);
    await first.count('reply', { kind: 'answer' }, 3);
    await first.close();
    await assert.rejects(first.count('reply', { kind: 'answer' }), { code: 'STORE_UNAVAILABLE' });
    const second = openSqliteStore({ file });
    assert.deepEqual(
      (await second.counts()).map(({ value }) => value),
      [9],
    );
    await second.close();
  });

  it('erases for good: no byte of it is left in any file', async () => {
    const store = openSqliteStore({ file });
    await store.withTurn('k', (open) => open.commit(say('CANARY-4711')));
    await store.withTurn('other', (open) => open.commit(say('CANARY-4712')));
    assert.match(onDisk(), /CANARY-4711/);
    await store.withTurn('k', (open) => open.commit({ state: null, remember: {}, log: [] }));
    await store.forget('other');
    await wait(300);
    assert.doesNotMatch(onDisk(), /CANARY/);
    await store.close();
  });

  it('sets a corrupt file aside under a new name, says so, and starts a new one', async () => {
    const before = openSqliteStore({ file });
    await before.close();
    writeFileSync(file, 'this is no database, '.repeat(500));
    const said: string[] = [];
    const store = openSqliteStore({ file, report: ({ msg }) => said.push(msg) });
    await store.withTurn('k', (open) => open.commit(say('new')));
    await store.close();
    const aside = readdirSync(path.dirname(file)).find((name) => name.includes('.corrupt-'));
    assert.match(readFileSync(path.join(path.dirname(file), aside!), 'utf8'), /^this is no database/);
    assert.match(said.join(), /corrupt and is kept as answerline\.sqlite\.corrupt-/);
  });

  it('says in one sentence what to do when the folder cannot be written or the file is in use', async () => {
    writeFileSync(path.join(folder, 'plain'), '');
    assert.throws(() => openSqliteStore({ file: path.join(folder, 'plain', 'x.sqlite') }), {
      code: 'CONFIG_INVALID',
      message: /^DATA_DIR: .*choose another DATA_DIR\.$/,
    });
    if (existsSync('/proc'))
      assert.throws(() => openSqliteStore({ file: '/proc/answerline/deep/x.sqlite' }), /^.*DATA_DIR: .*choose another/);
    const first = openSqliteStore({ file });
    assert.throws(() => openSqliteStore({ file }), { code: 'CONFIG_INVALID', message: /another process is using it/ });
    await first.close();
  });

  it('refuses a file of a newer version instead of harming it', async () => {
    const { DatabaseSync } = await import('node:sqlite');
    const store = openSqliteStore({ file });
    await store.close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    assert.throws(() => openSqliteStore({ file }), { code: 'CONFIG_INVALID', message: /version 99, newer than/ });
  });

  it('deletes expired conversations without being asked for them', async () => {
    let clock = 1_000;
    const timing = { idleMs: 100, turnMs: 1_000 };
    const store = openSqliteStore({ file, now: () => clock, timing, sweepEveryMs: 1_000 });
    // More than one sweep deletes: the rest must follow at once.
    for (let number = 0; number < 1_200; number += 1)
      await store.withTurn(`k${number}`, (open) => open.commit(say('x')));
    clock += 101;
    await new Promise((resolve) => setTimeout(resolve, 1_700));
    await store.close();
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(file);
    assert.deepEqual({ ...database.prepare('SELECT count(*) AS left FROM conversation').get() }, { left: 0 });
    database.close();
  });
});
