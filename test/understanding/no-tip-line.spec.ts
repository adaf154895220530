import assert from 'node:assert/strict';
import { toWords } from '../../src/understanding/clauses.ts';
import { combine } from '../../src/understanding/combine.ts';
import { findRequests } from '../../src/understanding/requests.ts';
import type { Intent } from '../../src/understanding/understanding.ts';
import type { Judge } from '../../src/understanding/verdict.ts';

const judgeAs =
  (intent: Intent): Judge =>
  () => ({
    intent,
    family: 'handoff',
    confidence: 0.7,
    families: new Map([
      ['handoff', 0.7],
      ['question', 0.2],
    ]),
    byFamily: new Map([['handoff', intent]]),
  });
const understood = (text: string, intent: Intent, hasTipLine: boolean) =>
  combine(findRequests(toWords(text)), judgeAs(intent), { hasTipLine })[0];

describe('an agency without a tip line', () => {
  it('is asked a question where another is given a tip or asked about its line', () => {
    const told = 'the truck keeps going back to the garage';
    assert.equal(understood(told, { kind: 'report' }, true)?.intent.kind, 'report');
    assert.deepEqual(understood(told, { kind: 'report' }, false)?.intent, { kind: 'question' });
    assert.deepEqual(understood('how much is it', { kind: 'tip-line-fact', fact: 'cost' }, false)?.intent, {
      kind: 'question',
    });
    assert.ok(Math.abs((understood(told, { kind: 'report' }, false)?.confidence ?? 0) - 0.9) < 1e-9);
  });

  it('is still told a wish to report in so many words', () => {
    assert.equal(understood('I want to report a crime', { kind: 'report' }, false)?.intent.kind, 'report');
  });
});
