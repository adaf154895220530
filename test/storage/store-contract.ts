import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { freshState } from '../../src/conversation/conversation-state.ts';
import type { Store, StoreTiming } from '../../src/storage/store.ts';

const timing: StoreTiming = { idleMs: 60_000, turnMs: 5_000 };

/**
 * What every store must do, whatever engine it stands on.
 * @param open makes an empty store
 */
export function describeStore(name: string, open: (timing: StoreTiming) => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open(timing);
    });
    afterEach(() => store.close());

    const say = (key: string, text: string, id = text) =>
      store.withTurn(key, (turn) =>
        turn.commit({
          state: { ...freshState, misses: (turn.state?.misses ?? 0) + 1 },
          remember: { [id]: `result of ${id}` },
          log: [{ type: 'message', id, text }],
        }),
      );
    const texts = async (key: string, after = 0, limit = 100) =>
      (await store.read(key, after, limit)).map(({ sequence, activity }) => `${sequence} ${activity.text}`);

    it('keeps state from turn to turn, apart for each conversation', async () => {
      await say('a', 'one');
      await say('a', 'two');
      await say('b', 'three');
      assert.equal(await store.withTurn('a', async (turn) => turn.state?.misses), 2);
      assert.equal(await store.withTurn('b', async (turn) => turn.state?.misses), 1);
      assert.equal(await store.withTurn('c', async (turn) => turn.state), null);
    });

    it('numbers the log from 1 without gaps and reads after a place', async () => {
      await store.create('a');
      for (const text of ['one', 'two', 'three']) await say('a', text);
      assert.deepEqual(await texts('a'), ['1 one', '2 two', '3 three']);
      assert.deepEqual(await texts('a', 1, 1), ['2 two']);
      assert.deepEqual(await texts('a', 3), []);
      assert.deepEqual(await texts('a', 99), []);
    });

    it('knows which conversations were started', async () => {
      assert.equal(await store.exists('a'), false);
      await store.create('a');
      assert.equal(await store.exists('a'), true);
      await store.forget('a');
      assert.equal(await store.exists('a'), false);
      assert.deepEqual(await texts('a'), []);
    });

    it('runs the turns of one conversation one after the other, in order of arrival', async () => {
      const order: string[] = [];
      await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          store.withTurn('a', async (turn) => {
            order.push(`in ${number}`);
            await delay(number % 3);
            await turn.commit({
              state: { ...freshState, misses: (turn.state?.misses ?? 0) + 1 },
              remember: {},
              log: [],
            });
            order.push(`out ${number}`);
          }),
        ),
      );
      assert.deepEqual(order, Array.from({ length: 20 }, (_, number) => [`in ${number}`, `out ${number}`]).flat());
      assert.equal(await store.withTurn('a', async (turn) => turn.state?.misses), 20);
    });

    it('goes on after a turn that failed, of which nothing is kept', async () => {
      await store.create('a');
      await assert.rejects(
        store.withTurn('a', async () => {
          throw new Error('the turn failed');
        }),
        /the turn failed/,
      );
      await say('a', 'one');
      assert.deepEqual(await texts('a'), ['1 one']);
    });

    it('recalls the result of an activity that comes again', async () => {
      await say('a', 'one', '__proto__');
      await say('a', 'two', 'id-2');
      await store.withTurn('a', async (turn) => {
        assert.equal(await turn.recall('id-2'), 'result of id-2');
        assert.equal(await turn.recall('id-3'), null);
        assert.equal(await turn.recall('constructor'), null);
      });
      assert.equal(await store.withTurn('b', (turn) => turn.recall('id-2')), null);
    });

    it('forgets state and earlier entries on "start over", and goes on counting', async () => {
      await store.create('a');
      await say('a', 'one');
      await store.withTurn('a', (turn) =>
        turn.commit({ state: null, remember: {}, log: [{ type: 'message', text: 'Begun anew.' }] }),
      );
      assert.deepEqual(await texts('a'), ['2 Begun anew.']);
      assert.equal(await store.withTurn('a', async (turn) => turn.state), null);
      assert.equal(await store.exists('a'), true);
    });

    it('wakes who listens to this conversation, and no one else', async () => {
      await store.create('a');
      let woken = 0;
      let others = 0;
      const stop = await store.subscribe('a', () => woken++);
      const stopOther = await store.subscribe('b', () => others++);
      await say('a', 'one');
      await delay(20);
      assert.ok(woken >= 1);
      assert.equal(others, 0);
      await stop();
      const before = woken;
      await say('a', 'two');
      await delay(20);
      assert.equal(woken, before);
      await stopOther();
    });

    it('lets a conversation go after the idle time', async () => {
      const brief = await open({ ...timing, idleMs: 60 });
      try {
        await brief.create('a');
        await brief.withTurn('a', (turn) =>
          turn.commit({ state: freshState, remember: { id: 'x' }, log: [{ type: 'message', text: 'one' }] }),
        );
        assert.equal(await brief.exists('a'), true);
        await delay(120);
        assert.equal(await brief.exists('a'), false);
        assert.deepEqual(await brief.read('a', 0, 10), []);
        assert.equal(await brief.withTurn('a', async (turn) => turn.state ?? (await turn.recall('id'))), null);
      } finally {
        await brief.close();
      }
    });

    it('refuses the commit of a turn that outlived its time', async () => {
      const brief = await open({ ...timing, turnMs: 40 });
      try {
        const late = brief.withTurn('a', async (turn) => {
          await delay(150);
          await turn.commit({ state: freshState, remember: {}, log: [] });
        });
        await assert.rejects(late, { code: 'TURN_SUPERSEDED' });
        assert.equal(await brief.withTurn('a', async (turn) => turn.state), null);
      } finally {
        await brief.close();
      }
    });

    it('counts under names and labels', async () => {
      await store.count('turns', { kind: 'answer' });
      await store.count('turns', { kind: 'answer' }, 2);
      await store.count('turns', { kind: 'unknown' });
      const counts = await store.counts();
      assert.equal(counts.find(({ labels }) => labels.kind === 'answer')?.value, 3);
      assert.equal(counts.find(({ labels }) => labels.kind === 'unknown')?.value, 1);
      assert.equal(await store.ping(), true);
    });
  });
}
