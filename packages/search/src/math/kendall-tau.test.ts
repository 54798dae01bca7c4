import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { kendallEstimate, kendallTau } from './kendall-tau.js';

function countedTau(first: readonly number[], second: readonly number[]): number {
  const pairs = first.flatMap((_, i) => Array.from({ length: i }, (__, j) => [i, j] as const));
  const order = (values: readonly number[]) => pairs.map(([i, j]) => Math.sign(Number(values[i]) - Number(values[j])));
  const [a, b] = [order(first), order(second)];
  const sumOfProducts = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, each, i) => sum + each * Number(y[i]), 0);
  return sumOfProducts(a, b) / Math.sqrt(sumOfProducts(a, a) * sumOfProducts(b, b));
}

describe('kendallTau', () => {
  it.each([
    // scipy.stats.kendalltau, variant b.
    [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], 1],
    [[1, 2, 3, 4, 5], [5, 4, 3, 2, 1], -1],
    [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.47140452079103173],
    [[1, 2, 2, 3, 4, 4, 5], [3, 1, 2, 2, 5, 6, 4], 0.4103913408340616],
  ])('of %j and %j is what SciPy says', (first, second, tau) => {
    expect(kendallTau(first, second)).toBeCloseTo(tau, 12);
  });

  it('is what a count of all pairs says, of numbers with many equals', () => {
    const rng = createRng('kendall test');
    for (let n = 6; n < 40; n++) {
      const drawn = () => Array.from({ length: n }, () => rng.int(Math.ceil(n / 3)));
      const [first, second] = [drawn(), drawn()];
      expect(kendallTau(first, second)).toBeCloseTo(countedTau(first, second), 12);
    }
  });

  it('has no value where one measure has no order', () => {
    expect(kendallTau([1, 1, 1], [1, 2, 3])).toBeNaN();
    expect(kendallEstimate([1, 1, 1], [1, 2, 3]).interval).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('kendallEstimate', () => {
  it('has an interval around τ that is the same at every time, and narrower for more pairs', () => {
    const noisy = (n: number) => Array.from({ length: n }, (_, i) => i + 0.4 * n * Math.sin(7 * i));
    const order = (n: number) => Array.from({ length: n }, (_, i) => i);
    const width = ({ interval: [low, high] }: ReturnType<typeof kendallEstimate>) => high - low;
    const few = kendallEstimate(order(12), noisy(12));
    const many = kendallEstimate(order(40), noisy(40));
    expect(kendallEstimate(order(12), noisy(12))).toEqual(few);
    expect(few.interval[0]).toBeLessThan(few.tau);
    expect(few.interval[1]).toBeGreaterThan(few.tau);
    expect(width(many)).toBeLessThan(width(few));
  });
});
