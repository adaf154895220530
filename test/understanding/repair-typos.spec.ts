import assert from 'node:assert/strict';
import { makeRepairTypos } from '../../src/understanding/repair-typos.ts';

describe('repairing typing errors', () => {
  const repair = makeRepairTypos(new Set(['help', 'kidnapped', 'threatened', 'ambulance', 'secuestraron']));

  it('undoes one insertion, deletion, substitution or swap', () => {
    const typed = ['hlep', 'kidnaped', 'thretened', 'amublance', 'secuestrarom', 'ambullance'];
    assert.deepEqual(repair(typed), ['help', 'kidnapped', 'threatened', 'ambulance', 'secuestraron', 'ambulance']);
  });

  it('leaves words of either language, short words, numbers and strangers alone', () => {
    const typed = ['hell', 'held', 'hola', 'kidnapper', 'hp', 'h3lp', 'constructor', '__proto__', 'zzzzzz'];
    assert.deepEqual(repair(typed), typed);
  });
});
