import { describe, expect, it } from '@jest/globals';
import { quantile } from './quantile.js';

describe('quantile', () => {
  it('of a half is the middle value, or the mean of the two', () => {
    expect(quantile([3, 1, 2], 0.5)).toBe(2);
    expect(quantile([4, 1, 2, 3], 0.5)).toBe(2.5);
    expect(quantile([], 0.5)).toBeUndefined();
  });

  it('is linear between neighbours', () => {
    expect([0, 0.25, 0.3, 1].map((q) => quantile([10, 20, 40], q))).toEqual([10, 15, 16, 40]);
  });
});
