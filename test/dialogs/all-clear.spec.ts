import assert from 'node:assert/strict';
import { isAllClear } from '../../dialogs/all-clear.ts';
import { crisisTopic } from '../../dialogs/emergency.ts';
import { freshState } from '../../src/conversation/conversation-state.ts';
import { stage } from './staged.ts';

const danger = { flow: 'emergency', topic: null } as const;
const search = { flow: 'none', topic: 'missing_child' } as const;

describe('the all-clear', () => {
  for (const text of [
    'police came, im ok now',
    'false alarm',
    'we are safe now',
    'ya llegó la policía, gracias',
    'ya estoy bien',
  ])
    it(`is "${text}"`, () => assert.equal(isAllClear(text, danger), true));

  for (const text of ['they found her, she’s home', 'ya apareció', 'la encontraron'])
    it(`is "${text}" of somebody who was looked for, not in danger`, () => {
      assert.equal(isAllClear(text, search), true);
      assert.equal(isAllClear(text, danger), false);
    });

  for (const text of [
    'police came but he is back again',
    'they are here',
    'they came',
    'he is back',
    'he is home',
    'he found me',
    'is he home?',
    'he came with a gun',
    'I am not ok',
    'ya llegó',
    'ya llegó mi esposo con una pistola',
    'they found her dead',
    '',
  ])
    it(`is not "${text}"`, () => {
      assert.equal(isAllClear(text, danger), false);
      assert.equal(isAllClear(text, search), false);
    });

  it('is not that the police came, where somebody was taken', () => {
    const taken = { flow: 'none', topic: 'detained_relative' } as const;
    for (const text of ['the police took him', 'officers came to my house'])
      assert.equal(isAllClear(text, taken), false);
  });

  it('is nothing after thoughts of suicide, in a report, or where nothing went on', () => {
    for (const state of [
      { ...danger, topic: crisisTopic },
      { flow: 'none', topic: crisisTopic } as const,
      { flow: 'report', topic: null } as const,
      freshState,
    ])
      assert.equal(isAllClear('im ok now', state), false);
  });

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

  it('gives way to clear danger', () => {
    const state = { ...freshState, flow: 'emergency' as const };
    const clear = { intent: { kind: 'emergency', danger: 'danger' } as const, span: '', confidence: 0.97 };
    assert.equal(stage({ state }).say('false alarm', { intents: [clear] }).replies[0]?.kind, 'emergency');
  });
});
