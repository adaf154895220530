import assert from 'node:assert/strict';
import { measure } from '../../../src/cli/evaluation/measures.ts';
import type { Outcome } from '../../../src/cli/evaluation/outcomes.ts';
import { reportPage } from '../../../src/cli/evaluation/report-page.ts';

describe('the report of an evaluation', () => {
  const outcomes: readonly Outcome[] = [
    {
      example: {
        text: 'how <b>old</b> is it & why',
        lang: 'en',
        kind: 'answer',
        also: [],
        hard: false,
        section: 'page/a',
      },
      result: { kind: 'unknown', section: null, topic: null, confidence: 0.3 },
      right: false,
      milliseconds: 2,
    },
    {
      example: { text: 'hello', lang: 'en', kind: 'smalltalk', also: [], hard: false },
      result: { kind: 'smalltalk', section: null, topic: null, confidence: 1 },
      right: true,
      milliseconds: 1,
    },
  ];
  const page = reportPage(measure(outcomes), outcomes, 'Evaluation');

  it('needs nothing else and draws both charts', () => {
    assert.equal(page.match(/<svg/g)?.length, 2);
    assert.doesNotMatch(page, /<script|<link|src=|@import/);
    assert.match(page, /class="plot/);
  });

  it('lists the misses, their words only as text', () => {
    assert.match(page, /1 misses/);
    assert.match(page, /how &#60;b&#62;old&#60;\/b&#62; is it &#38; why/);
    assert.doesNotMatch(page, /<td>hello<\/td>/);
  });
});
