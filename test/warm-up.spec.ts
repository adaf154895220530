import assert from 'node:assert/strict';
import { freshState } from '../src/conversation/conversation-state.ts';
import type { Turn } from '../src/conversation/turn.ts';
import { loadKnowledgeSync } from '../src/knowledge/load-knowledge.ts';
import { warmUp } from '../src/warm-up.ts';
import { standInAssistant } from './server/stand-in-assistant.ts';

describe('warming up', () => {
  it('routes messages in both languages, each on a fresh state', async () => {
    const assistant = await standInAssistant(loadKnowledgeSync('knowledge'));
    const turns: Turn[] = [];
    const route: typeof assistant.route = (turn) => {
      turns.push(turn);
      return assistant.route(turn);
    };
    await warmUp({ ...assistant, route });
    assert.deepEqual(new Set(turns.map(({ langHint }) => langHint)), new Set(['en', 'es']));
    assert.ok(turns.every(({ state }) => state === freshState));
    assert.ok(turns.length >= 4);
  });
});
