import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dial } from '../../src/knowledge/phone-number.ts';

describe('dial', () => {
  const good: readonly [shown: string, href: string][] = [
    ['1-866-DHS-2-ICE (1-866-347-2423)', 'tel:+18663472423'],
    ['833-4ICE-OPR (833-442-3677)', 'tel:+18334423677'],
    ['1-800-THE-LOST (1-800-843-5678)', 'tel:+18008435678'],
    ['802-872-6199', 'tel:+18028726199'],
    ['+44 20 7946 0000', 'tel:+442079460000'],
    ['911', 'tel:911'],
    ['711', 'tel:711'],
  ];
  for (const [shown, href] of good)
    it(`dials ${href} for ${shown}`, () => assert.deepEqual(dial(shown, 'tel'), { href }));

  it('texts short codes', () => assert.deepEqual(dial('233733', 'sms'), { href: 'sms:233733' }));

  const bad: readonly [shown: string, why: RegExp][] = [
    ['1-866-DHS-2-ICE (1-866-347-2424)', /dial 18663472423, its brackets 18663472424/],
    ['1-866-DHS-2-ICE', /write its digits behind it/],
    ['802-872-619', /9 digits/],
    ['802-872-61999', /11 digits/],
    ['2-802-872-6199', /11 digits/],
    ['call us', /is no number/],
    ['https://a.gov', /is no number/],
    ['', /is no number/],
    ['911;ext=5', /is no number/],
  ];
  for (const [shown, why] of bad) {
    it(`refuses "${shown}"`, () => {
      const result = dial(shown, 'tel');
      assert.match('fault' in result ? result.fault : '', why);
    });
  }

  it('dials exactly the digits shown, however they are grouped', () => {
    const digits = fc
      .tuple(fc.integer({ min: 2, max: 9 }), fc.stringMatching(/^\d{9}$/))
      .map(([first, rest]) => `${first}${rest}`);
    fc.assert(
      fc.property(digits, fc.constantFrom('-', ' ', '.', ''), fc.boolean(), (number, gap, one) => {
        const shown = `${one ? `1${gap}` : ''}${number.slice(0, 3)}${gap}${number.slice(3, 6)}${gap}${number.slice(6)}`;
        assert.deepEqual(dial(shown, 'tel'), { href: `tel:+1${number}` });
      }),
    );
  });
});
