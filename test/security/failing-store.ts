import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { storeUnavailable } from '../../src/storage/store-errors.ts';

/** How a store behaves: as it should, rejecting at once, or rejecting as late as its contract allows. */
export type StoreMood = 'well' | 'down' | 'slow';

/** Longest a store may take to say that it is away, milliseconds (contract of `ConversationStore`). */
const slowestMs = 500;

/** A store whose mood a test can change. */
export function failingStore(): { readonly store: Store; readonly be: (mood: StoreMood) => void } {
  const inner = createMemoryStore();
  let mood: StoreMood = 'well';
  const wrap =
    <A extends unknown[], R>(method: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (mood === 'slow') await new Promise((resolve) => setTimeout(resolve, slowestMs));
      if (mood !== 'well') throw storeUnavailable(new Error('away'));
      return method(...given);
    };
  return {
    be: (next) => {
      mood = next;
    },
    store: {
      ...inner,
      withTurn: (key, turn) => wrap(() => inner.withTurn(key, turn))(),
      forget: wrap(inner.forget),
      count: wrap(inner.count),
      create: wrap(inner.create),
      exists: wrap(inner.exists),
      read: wrap(inner.read),
      subscribe: wrap(inner.subscribe),
      ping: async () => mood === 'well',
    },
  };
}
