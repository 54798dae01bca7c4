import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { standardize } from './standardize.js';
import { warpScores } from './warp-scores.js';

const draws = (count: number, seed = 1) => {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => rng.normal());
};
/** Losses over orders of magnitude, as scores. */
const skewed = draws(60, 2).map((draw) => -Math.exp(2 * draw));

function skewness(values: ArrayLike<number>): number {
  const { values: z } = standardize(Array.from(values));
  return z.reduce((sum, value) => sum + value ** 3, 0) / z.length;
}

describe('warpScores', () => {
  it('leaves scores that may well be normal as they are, but for their unit and zero', () => {
    const scores = draws(50);
    const { values, restore } = warpScores(scores);
    expect(values).toEqual(standardize(scores).values);
    for (const [i, value] of values.entries()) expect(restore(value)).toBeCloseTo(scores[i] ?? 0, 6);
  });

  it('spreads the good ones of skewed scores, in their order, and tells the way back', () => {
    const { values, restore } = warpScores(skewed);
    expect(Math.abs(skewness(skewed))).toBeGreaterThan(3);
    expect(Math.abs(skewness(values))).toBeLessThan(1);
    const order = (scores: ArrayLike<number>) =>
      Array.from(scores)
        .map((_, i) => i)
        .toSorted((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
    expect(order(values)).toEqual(order(skewed));
    for (const [i, value] of values.entries()) {
      const score = skewed[i] ?? 0;
      expect(Math.abs(restore(value) - score) / Math.abs(score - 1)).toBeLessThan(1e-6);
    }
  });

  it('gives the very same values in another unit and from another zero', () => {
    const moved = skewed.map((score) => 1000 * score + 7);
    expect(warpScores(moved).values).toEqual(warpScores(skewed).values);
  });

  it('takes no scores, equal ones and the largest numbers', () => {
    expect([...warpScores([]).values]).toEqual([]);
    expect([...warpScores([2, 2, 2]).values]).toEqual([0, 0, 0]);
    const { values, restore } = warpScores([...draws(30), -1e300, 1e290]);
    expect(values.every(Number.isFinite)).toBe(true);
    for (const value of [-100, 0, 100]) expect(Number.isFinite(restore(value))).toBe(true);
  });
});
