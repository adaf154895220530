import assert from 'node:assert/strict';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { openSqliteStore } from '../../src/storage/sqlite-store.ts';
import { size } from './full-size.ts';

const conversations = size(20_000, 1_000_000);

const heapAfterCollection = () => {
  assert.ok(globalThis.gc, 'mocha runs with expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
};

describe('row 14: conversations without end', () => {
  it(`a process keeps nothing of ${conversations} conversations that came and went`, async () => {
    let clock = 0;
    const store = openSqliteStore({ file: ':memory:', now: () => clock, timing: { idleMs: 1_000, turnMs: 30_000 } });
    const talk = async (from: number, to: number) => {
      for (let number = from; number < to; number += 1) {
        clock += 1;
        await store.withTurn(`conversation ${number}`, (open) =>
          open.commit({ state: freshState, remember: { a: 'b' }, log: [{ text: 'hello' }] }),
        );
      }
    };
    await talk(0, 2_000);
    const before = heapAfterCollection();
    await talk(2_000, 2_000 + conversations);
    const grown = heapAfterCollection() - before;
    assert.ok(grown < 2 * 1024 * 1024, `the heap grew by ${(grown / 1024).toFixed(0)} KB`);
    await store.close();
  }).timeout(60_000 + conversations);
});
