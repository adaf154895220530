import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { TurnCommit } from '../../src/bot/conversation-store.ts';
import { type ConversationState, freshState } from '../../src/conversation/conversation-state.ts';
import type { Store, StoreTiming } from '../../src/storage/store.ts';

/** How a test gets a store: real, empty of this test's keys, with short times. */
export interface StoreUnderTest {
  open(timing: StoreTiming): Promise<Store>;
  close(store: Store): Promise<void>;
}

const state = (change: Partial<ConversationState> = {}): ConversationState => ({ ...freshState, ...change });
const turn = (change: Partial<TurnCommit> = {}): TurnCommit => ({ state: state(), remember: {}, log: [], ...change });
let made = 0;
const freshKey = () => `test:${process.pid}:${Date.now()}:${made++}`;

/** What every store must do: run for each implementation. */
export function describeStore(name: string, under: StoreUnderTest): void {
  describe(`${name}: the store contract`, () => {
    let store: Store;
    let key: string;
    before(async () => {
      store = await under.open({ idleMs: 60_000, turnMs: 2_000 });
    });
    after(() => under.close(store));
    beforeEach(() => {
      key = freshKey();
    });
    const commit = (change: Partial<TurnCommit>) => store.withTurn(key, (open) => open.commit(turn(change)));
    const stateOf = () => store.withTurn(key, async (open) => open.state);

    it('remembers the state of a conversation and no other', async () => {
      assert.equal(await stateOf(), null);
      await commit({ state: state({ misses: 2, choices: [{ label: 'A', value: 'a' }] }) });
      assert.deepEqual(await stateOf(), state({ misses: 2, choices: [{ label: 'A', value: 'a' }] }));
      assert.equal(await store.withTurn(`${key}x`, async (open) => open.state), null);
    });

    it('runs one turn at a time, in order of arrival, and loses no update', async () => {
      const order: number[] = [];
      await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          store.withTurn(key, async (open) => {
            order.push(index);
            await wait(index % 3);
            await open.commit(turn({ state: state({ misses: (open.state?.misses ?? 0) + 1 }) }));
          }),
        ),
      );
      assert.equal((await stateOf())?.misses, 100);
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
      );
    });

    it('lets other conversations go on meanwhile', async () => {
      const { promise: slow, resolve: finish } = Promise.withResolvers<void>();
      const first = store.withTurn(key, () => slow);
      await store.withTurn(freshKey(), async (open) => open.commit(turn()));
      finish();
      await first;
    });

    it('refuses what a turn commits after it lost its place', async () => {
      const late = store.withTurn(key, async (open) => {
        await wait(3_000);
        await open.commit(turn({ state: state({ misses: 9 }) }));
      });
      const outcome = assert.rejects(late, { code: 'TURN_SUPERSEDED' });
      await wait(10);
      await commit({ state: state({ misses: 1 }) });
      await outcome;
      assert.equal((await stateOf())?.misses, 1);
    }).timeout(10_000);

    it('frees the conversation when a turn fails, storing nothing of it', async () => {
      await assert.rejects(
        store.withTurn(key, async () => {
          throw new Error('no');
        }),
        /no/,
      );
      assert.equal(await stateOf(), null);
    });

    it('recalls the result of an activity id', async () => {
      const recall = (id: string) => store.withTurn(key, (open) => open.recall(id));
      assert.equal(await recall('a1'), null);
      await commit({ remember: { a1: 'r1', __proto__x: 'r2', constructor: 'r3' } });
      assert.deepEqual([await recall('a1'), await recall('constructor'), await recall('toString')], ['r1', 'r3', null]);
    });

    it('logs activities without gaps, reads them after a place, and at most as many as asked', async () => {
      await store.create(key);
      await commit({ log: [{ text: 'one' }, { text: 'two' }] });
      await commit({ log: [{ text: 'three' }] });
      const all = await store.read(key, 0, 100);
      assert.deepEqual(
        all.map((entry) => [entry.sequence, entry.activity.text]),
        [
          [1, 'one'],
          [2, 'two'],
          [3, 'three'],
        ],
      );
      assert.deepEqual(await store.read(key, 1, 1), [{ sequence: 2, activity: { text: 'two' } }]);
      assert.deepEqual(await store.read(key, 3, 10), []);
    });

    it('knows which conversations were begun', async () => {
      assert.equal(await store.exists(key), false);
      await commit({});
      assert.equal(await store.exists(key), false, 'a turn alone begins no log');
      await store.create(key);
      assert.equal(await store.exists(key), true);
      await store.forget(key);
      assert.equal(await store.exists(key), false);
      assert.deepEqual(await store.read(key, 0, 10), []);
    });

    it('"start over" deletes state and earlier entries; the conversation and its numbering go on', async () => {
      await store.create(key);
      await commit({ state: state({ misses: 1 }), log: [{ text: 'old' }, { text: 'older' }] });
      await commit({ state: null, log: [{ text: 'erased' }] });
      assert.equal(await stateOf(), null);
      assert.deepEqual(await store.read(key, 0, 10), [{ sequence: 3, activity: { text: 'erased' } }]);
      assert.equal(await store.exists(key), true);
    });

    it('wakes who waits for a conversation, and no one after they left', async () => {
      let woken = 0;
      const stop = await store.subscribe(key, () => {
        woken += 1;
      });
      await commit({ log: [{ text: 'hello' }] });
      await wait(50);
      assert.equal(woken, 1);
      await stop();
      await commit({ log: [{ text: 'again' }] });
      await wait(50);
      assert.equal(woken, 1);
    });

    it('forgets a conversation after its idle time, which every turn renews', async () => {
      const brief = await under.open({ idleMs: 400, turnMs: 2_000 });
      try {
        await brief.create(key);
        for (let round = 0; round < 3; round += 1) {
          await wait(200);
          await brief.withTurn(key, (open) =>
            open.commit(turn({ state: state({ misses: round }), log: [{ id: 'x' }] })),
          );
        }
        assert.equal((await brief.withTurn(key, async (open) => open.state))?.misses, 2);
        await wait(700);
        assert.equal(await brief.withTurn(key, async (open) => open.state), null);
        assert.equal(await brief.exists(key), false);
        assert.deepEqual(await brief.read(key, 0, 10), []);
        await brief.withTurn(key, (open) => open.commit(turn({ log: [{ text: 'new' }] })));
        assert.equal((await brief.read(key, 0, 10)).length, 1, 'nothing of the expired log comes back');
      } finally {
        await under.close(brief);
      }
    });

    it('forgets a conversation whose turn is being committed', async () => {
      const key = freshKey();
      await store.withTurn(key, async (open) => {
        const committed = open.commit(turn({ state: state({ misses: 1 }), log: [{ text: 'last words' }] }));
        const forgotten = store.forget(key);
        await Promise.all([committed, forgotten]);
      });
      assert.equal(await store.withTurn(key, async (open) => open.state), null);
      assert.deepEqual(await store.read(key, 0, 10), []);
    });

    it('counts', async () => {
      const name = freshKey();
      await store.count(name, { b: '2', a: '1' });
      await store.count(name, { a: '1', b: '2' }, 4);
      await store.count(name, { a: 'other' });
      const mine = (await store.counts()).filter((count) => count.name === name);
      assert.deepEqual(
        mine.map(({ labels, value }) => ({ labels, value })),
        [
          { labels: { a: '1', b: '2' }, value: 5 },
          { labels: { a: 'other' }, value: 1 },
        ],
      );
    });

    it('takes any key, id and text', async () => {
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (id, text) => {
          const strange = `${freshKey()}${id}`;
          await store.withTurn(strange, (open) =>
            open.commit(turn({ remember: { [`k${id}`]: text }, log: [{ text }] })),
          );
          assert.equal(await store.withTurn(strange, (open) => open.recall(`k${id}`)), text);
          assert.equal((await store.read(strange, 0, 1))[0]?.activity.text, text);
          await store.forget(strange);
        }),
        { numRuns: 50 },
      );
    });

    it('answers a ping', async () => assert.equal(await store.ping(), true));
  });
}
