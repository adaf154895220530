import assert from 'node:assert/strict';
import { tokensOf, toWords } from '../../src/understanding/clauses.ts';
import { combine } from '../../src/understanding/combine.ts';
import { familyOf as familyOfIntent, type IntentFamily } from '../../src/understanding/intent.ts';
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

/** What a message becomes whose parts and whole the classifier takes for these families, each surely. */
function kindsOf(text: string, parts: readonly string[], familyOf: (tokens: readonly string[]) => Intent): string[] {
  const request = (span: string) => ({ words: toWords(span), tokens: tokensOf(toWords(span)), span });
  const found = combine(
    { requests: parts.map(request), whole: request(text) },
    (tokens) => {
      const intent = familyOf(tokens);
      const family = familyOfIntent(intent);
      return {
        intent,
        family,
        confidence: 0.9,
        families: new Map([[family, 0.9]]),
        byFamily: new Map([[family, intent]]),
      };
    },
    { hasTipLine: true },
  );
  return found.map(({ intent }) => intent.kind);
}

describe('another need and a wish to report in the same words', () => {
  const victim: Intent = { kind: 'referral', topic: 'victim_help' };

  it('are both seen, in English and Spanish', () => {
    for (const text of ['my boss pays nothing and I want to report him', 'mi patrón no paga, quiero denunciarlo'])
      assert.deepEqual(
        kindsOf(text, [text], () => victim),
        ['referral', 'report'],
      );
  });

  it('are not invented where there is no such wish', () => {
    const text = 'my boss pays nothing and threatens me';
    assert.deepEqual(
      kindsOf(text, [text], () => victim),
      ['referral'],
    );
  });
});

describe('a wish to do harm', () => {
  it('is not met with a contact for what is told of its target', () => {
    const parts = ['send agents to scare my ex', 'she is a citizen'];
    const kinds = kindsOf(parts.join(', '), parts, (tokens) =>
      tokens.includes('citizen') && !tokens.includes('agents')
        ? { kind: 'referral', topic: 'uscis' }
        : { kind: 'refuse', reason: 'crime' },
    );
    assert.deepEqual(kinds, ['refuse']);
  });
});
