import assert from 'node:assert/strict';
import { isAllClear } from '../../dialogs/all-clear.ts';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { stage } from './staged.ts';

describe('the all-clear', () => {
  for (const text of [
    'police came, im ok now',
    'they found her, she’s home',
    'false alarm',
    'we are safe now',
    'ya llegó la policía, gracias',
    'ya apareció',
    'la encontraron',
  ])
    it(`is "${text}"`, () => assert.equal(isAllClear(text), true));

  for (const text of [
    'police came but he is back again',
    'he is safe now but I am scared',
    'is he home?',
    'he came with a gun',
    'I am not ok',
    'they found him with drugs and he still sells them on our street every night',
    'ya llegó mi esposo con una pistola',
    '',
  ])
    it(`is not "${text}"`, () => assert.equal(isAllClear(text), false));

  it('ends what was going on, and gives no number', () => {
    const conversation = stage({ state: { ...freshState, welcomed: true, flow: 'emergency' } });
    const outcome = conversation.say('police came, im ok now', { intents: [{ kind: 'report' }] });
    assert.deepEqual(
      outcome.replies.map(({ kind, contacts }) => [kind, contacts.length]),
      [['smalltalk', 0]],
    );
    assert.equal(outcome.state?.flow, 'none');
    assert.equal(outcome.retention, 'replies-only');
  });

  it('is nothing where nothing went on, and gives way to clear danger', () => {
    assert.equal(stage().say('they found her', { intents: [{ kind: 'report' }] }).replies[0]?.kind, 'handoff');
    const state = { ...freshState, flow: 'emergency' as const };
    const danger = { intent: { kind: 'emergency', danger: 'danger' } as const, span: '', confidence: 0.97 };
    assert.equal(stage({ state }).say('they found me', { intents: [danger] }).replies[0]?.kind, 'emergency');
  });
});
