import assert from 'node:assert/strict';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { defaultTiming } from '../../src/storage/store.ts';
import { describeStore } from './store-contract.ts';

describeStore('memory', {
  open: async (timing) => createMemoryStore(timing),
  close: (store) => store.close(),
});

describe('the store in memory', () => {
  it('stays bounded whatever number of conversations comes by', async () => {
    const store = createMemoryStore(defaultTiming, 100);
    for (let number = 0; number < 1_000; number++) {
      await store.create(`c${number}`);
      await store.withTurn(`c${number}`, (turn) => turn.commit({ state: freshState, remember: {}, log: [] }));
    }
    assert.equal(await store.exists('c0'), false);
    assert.equal(await store.exists('c899'), false);
    assert.equal(await store.exists('c900'), true);
    await store.close();
  });
});
