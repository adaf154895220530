import assert from 'node:assert/strict';
import fc from 'fast-check';
import { backOff } from '../../src/widget/wire/back-off.ts';

describe('the pause before another try', () => {
  it('doubles from one second up to half a minute', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 50].map((attempt) => backOff(attempt, () => 0));
    assert.deepEqual(pauses, [1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  });

  it('is shortened at random by at most a half, so that browsers do not return together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempt, random) => {
          const longest = backOff(attempt, () => 0);
          const pause = backOff(attempt, () => random);
          assert.ok(pause <= longest && pause >= longest / 2);
        },
      ),
    );
    assert.notEqual(
      backOff(4, () => 0.1),
      backOff(4, () => 0.9),
    );
  });
});
