import assert from 'node:assert/strict';
import { builtInIntentIds, familyOf, intentId, parseIntent, urgency } from '../../src/understanding/intent.ts';

describe('intent ids', () => {
  it('are read and written alike', () => {
    for (const id of [...builtInIntentIds, 'referral/jobs']) {
      const intent = parseIntent(id);
      assert.ok(intent, id);
      assert.equal(intentId(intent), id);
    }
  });

  it('refuse what no intent is called', () => {
    for (const id of [
      '',
      'reports',
      'emergency',
      'emergency/fire',
      'tip-line/',
      'about/__proto__',
      'smalltalk/toString',
      'referral/',
    ]) {
      assert.equal(parseIntent(id), null, id);
    }
  });

  it('put danger first and small talk last', () => {
    const order = ['emergency/danger', 'referral/jobs', 'tip-line/hours', 'question', 'about/help', 'smalltalk/thanks'];
    const ranks = order.map((id) => urgency[familyOf(parseIntent(id) ?? { kind: 'question' })]);
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
    assert.equal(familyOf({ kind: 'report' }), familyOf({ kind: 'tip-line-fact', fact: 'tty' }));
  });
});
