import assert from 'node:assert/strict';
import { tokensOf, toWords } from '../../src/understanding/clauses.ts';
import { combine } from '../../src/understanding/combine.ts';
import type { IntentFamily } from '../../src/understanding/intent.ts';
import type { Intent } from '../../src/understanding/understanding.ts';

/** What a message becomes that the classifier takes for a question or a tip with these probabilities. */
function kindOf(text: string, question: number, tip: number, hasTipLine = true): string | undefined {
  const words = toWords(text);
  const whole = { words, tokens: tokensOf(words), span: text };
  const families = new Map<IntentFamily, number>([
    ['question', question],
    ['handoff', tip],
  ]);
  const byFamily = new Map<IntentFamily, Intent>([
    ['question', { kind: 'question' }],
    ['handoff', { kind: 'report' }],
  ]);
  const verdict = {
    intent: { kind: 'question' },
    family: 'question',
    confidence: question,
    families,
    byFamily,
  } as const;
  return combine({ requests: [whole], whole }, () => verdict, { hasTipLine })[0]?.intent.kind;
}

describe('a story that might be a tip', () => {
  const story = 'the man downstairs keeps six workers in a shed';

  it('is one where it asks nothing and is hardly taken for a question', () => {
    assert.equal(kindOf(story, 0.5, 0.3), 'report');
  });

  it('is none where it asks, is short, is surely something else, or is hardly a tip', () => {
    assert.equal(kindOf('the man downstairs keeps six workers, what does the agency do', 0.5, 0.3), 'question');
    assert.equal(kindOf('six workers in sheds', 0.5, 0.3), 'question');
    assert.equal(kindOf(story, 0.7, 0.3), 'question');
    assert.equal(kindOf(story, 0.5, 0.1), 'question');
  });

  it('is none where there is no tip line', () => assert.equal(kindOf(story, 0.5, 0.3, false), 'question'));
});
