import assert from 'node:assert/strict';
import { measure } from '../../../src/cli/evaluation/measures.ts';
import { isRight, type Outcome } from '../../../src/cli/evaluation/outcomes.ts';
import { summary } from '../../../src/cli/evaluation/summary.ts';

function outcome(wanted: Partial<Outcome['example']>, given: Partial<Outcome['result']>): Outcome {
  const example = {
    text: 'a message',
    lang: 'en',
    kind: 'answer',
    also: [],
    hard: false,
    ...wanted,
  } as Outcome['example'];
  const result = { kind: 'answer', section: null, topic: null, confidence: 0.9, ...given } as Outcome['result'];
  return { example, result, right: isRight(example, result), milliseconds: 1 };
}

const outcomes = [
  outcome({ section: 'page/a' }, { section: 'page/a' }),
  outcome({ section: 'page/a' }, { section: 'page/b' }),
  outcome({ section: 'page/a', lang: 'es' }, { kind: 'unknown', confidence: 0.4 }),
  outcome({ kind: 'unknown' }, { section: 'page/a' }),
  outcome({ kind: 'unknown', also: ['referral'] }, { kind: 'referral', topic: 'x' }),
  outcome({ kind: 'unknown' }, { kind: 'handoff' }),
  outcome({ kind: 'handoff' }, { kind: 'handoff' }),
  outcome({ kind: 'handoff' }, { kind: 'unknown' }),
  outcome({ kind: 'emergency' }, { kind: 'emergency' }),
  outcome({ kind: 'referral', topic: 'jobs' }, { kind: 'referral', topic: 'jobs' }),
  outcome({ kind: 'referral', topic: 'jobs' }, { kind: 'referral', topic: 'press' }),
];

describe('the measures of an evaluation', () => {
  const measures = measure(outcomes);

  it('count kinds, sections, topics and what must not happen', () => {
    assert.deepEqual(measures.right, { hits: 5, of: 11 });
    assert.deepEqual(measures.section, { en: { hits: 1, of: 2 }, es: { hits: 0, of: 1 } });
    assert.deepEqual(measures.refused, { hits: 1, of: 3 });
    assert.deepEqual(measures.wrongAnswers, { hits: 1, of: 3 });
    assert.deepEqual(measures.reportRecall, { hits: 1, of: 2 });
    assert.deepEqual(measures.falseReports, { hits: 1, of: 8 });
    assert.deepEqual(measures.emergencyRecall, { hits: 1, of: 1 });
    assert.deepEqual(measures.topic, { hits: 1, of: 2 });
    const handoff = measures.byKind.find(({ kind }) => kind === 'handoff');
    assert.deepEqual(handoff, { kind: 'handoff', recall: { hits: 1, of: 2 }, precision: { hits: 1, of: 2 } });
  });

  it('tell how far confidence is from what comes true', () => {
    const sure = [outcome({}, { confidence: 1 }), outcome({}, { confidence: 1 })];
    assert.equal(measure(sure).calibrationError, 0);
    const boasting = [outcome({ kind: 'unknown' }, { confidence: 1 }), outcome({}, { confidence: 1 })];
    assert.equal(measure(boasting).calibrationError, 0.5);
  });

  it('are told in plain lines', () => {
    const text = summary(measures, outcomes, 'report.html');
    assert.match(text, /^11 examples, 45\.5 % right/);
    assert.match(text, /report recall +50\.0 % \(1\/2\)/);
    assert.match(text, /report\.html/);
  });
});
