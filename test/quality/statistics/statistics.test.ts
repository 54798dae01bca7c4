import { describe, expect, it } from '@jest/globals';
import { rankSumP } from './rank-sum.js';
import { ranksOf } from './ranks.js';
import { criticalT, twoSidedP } from './student.js';
import { medianOf, summarize } from './summarize.js';
import { wilcoxonP } from './wilcoxon.js';

// Expected values are SciPy 1.17's.
describe('statistics', () => {
  it('know Student’s distribution', () => {
    expect(twoSidedP(2.5, 4)).toBeCloseTo(0.06676654, 8);
    expect(twoSidedP(0.3, 30)).toBeCloseTo(0.7662461, 7);
    expect(criticalT(1)).toBeCloseTo(12.7062047, 6);
    expect(criticalT(19)).toBeCloseTo(2.0930241, 6);
  });

  it('summarise runs', () => {
    expect(summarize([1, 2, 4, 9])).toEqual({
      runs: 4,
      mean: 4,
      median: 3,
      deviation: expect.closeTo(3.5590261, 6),
      error: expect.closeTo(1.779513, 6),
      interval: [expect.closeTo(-1.6632047, 6), expect.closeTo(9.6632047, 6)],
    });
    expect(medianOf([Number.POSITIVE_INFINITY, 3, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
  });

  it('compare pairs', () => {
    const a = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
    const b = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    expect(wilcoxonP(a, b)).toBeCloseTo(0.0390625, 9);
    expect(wilcoxonP(b, a)).toBeCloseTo(0.0390625, 9);
    expect(wilcoxonP([1, 2, 3], [1, 2, 3])).toBe(1);
    expect(wilcoxonP([2, 3, 4, 5], [1, 2, 3, 4])).toBeCloseTo(0.125, 9);
  });

  it('rank with ties', () => {
    expect(ranksOf([3, 1, 2, 1], 'lower')).toEqual([4, 1.5, 3, 1.5]);
    expect(ranksOf([3, 1, Number.NaN, 2], 'higher')).toEqual([1, 3, 4, 2]);
  });

  it('test whether some are better than others, exactly, ties too', () => {
    expect(rankSumP([8, 9, 10.5], [1, 2, 3, 4, 5, 6, 7, 9.5])).toBeCloseTo(0.024242424242424242, 12);
    // Among all 56 ways to choose three of eight, counted one by one.
    expect(rankSumP([3, 5, 5], [1, 2, 3, 3, 5])).toBeCloseTo(10 / 56, 12);
    expect(rankSumP([1], [2, 3])).toBe(1);
  });
});
