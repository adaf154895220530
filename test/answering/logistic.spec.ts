import assert from 'node:assert/strict';
import { areaUnderCurve, type Case, dot, fitLogistic, sigmoid } from '../../src/answering/fit/logistic.ts';

describe('the fit', () => {
  it('finds what weighs, and nothing where nothing does', () => {
    // The first component decides four times in five, the second is the same for both.
    const cases: Case[] = Array.from({ length: 100 }, (_, at) => {
      const says = at % 2 === 0;
      const y = says === at % 10 < 8 ? 1 : 0;
      return { indices: says ? [0, 1] : [1], values: says ? [1, 1] : [1], y };
    });
    const weights = fitLogistic(cases, 2);
    const chance = (at: number): number => sigmoid(dot(cases[at]!, weights, 2));
    assert.ok(Math.abs(chance(0) - 0.8) < 0.05, `${chance(0)}`);
    assert.ok(Math.abs(chance(1) - 0.2) < 0.05, `${chance(1)}`);
  });

  it('is at the least of the penalised loss: its gradient vanishes', () => {
    const cases: Case[] = Array.from({ length: 60 }, (_, at) => ({
      indices: [0, 1, 2],
      values: [Math.sin(at), Math.cos(3 * at), (at % 7) / 7],
      y: at % 3 === 0 || Math.sin(at) > 0.5 ? 1 : 0,
      weight: at % 2 === 0 ? 1 : 0.5,
    }));
    const weights = fitLogistic(cases, 3);
    for (let k = 0; k <= 3; k++) {
      const gradient = cases.reduce(
        (sum, each) => {
          const error = (each.weight ?? 1) * (sigmoid(dot(each, weights, 3)) - each.y);
          return sum + error * (k < 3 ? each.values[k]! : 1);
        },
        k < 3 ? weights[k]! : 0,
      );
      assert.ok(Math.abs(gradient) < 0.02, `${k}: ${gradient}`);
    }
  });

  it('is judged by how often an answerable question comes above another', () => {
    assert.equal(areaUnderCurve([0.9, 0.4], [0.1, 0.5]), 0.75);
    assert.equal(areaUnderCurve([0.5], [0.5]), 0.5);
  });
});
