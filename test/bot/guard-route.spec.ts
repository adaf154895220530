import assert from 'node:assert/strict';
import { guardRoute } from '../../src/bot/guard-route.ts';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { plainText } from '../../src/conversation/plain-text.ts';
import type { Turn } from '../../src/conversation/turn.ts';
import { loadWording } from '../../src/conversation/wording.ts';
import { loadKnowledgeSync } from '../../src/knowledge/load-knowledge.ts';
import { countingRoute } from './activities.ts';

const knowledge = loadKnowledgeSync('knowledge');
const turn: Turn = {
  event: { type: 'message', text: 'canary' },
  langHint: 'es',
  channel: { name: 'web', group: false, keepsMessages: false },
  state: { ...freshState, misses: 2 },
  today: '2026-11-24',
};

describe('dialogs that fail', () => {
  it('give 911 and the tip line all the same, keep the state and no words', () => {
    const faults: unknown[] = [];
    const route = guardRoute({
      route: () => {
        throw new TypeError('a fault');
      },
      knowledge: () => knowledge,
      wording: loadWording(),
      onFault: (error) => faults.push(error),
    });
    const { replies, state, retention } = route(turn);
    const said = plainText(replies);
    assert.match(said, /911/);
    assert.match(said, /1-866-347-2423/);
    assert.match(said, /Algo falla/);
    assert.deepEqual([state, retention, faults.length], [turn.state, 'replies-only', 1]);
  });

  it('are not in the way of those that work', () => {
    const onFault = () => assert.fail('no fault here');
    const route = guardRoute({ route: countingRoute, knowledge: () => knowledge, wording: loadWording(), onFault });
    assert.deepEqual(route(turn), countingRoute(turn));
  });
});
