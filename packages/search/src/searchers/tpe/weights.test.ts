import { describe, expect, it } from '@jest/globals';
import { rankWeights } from './weights.js';

describe('rankWeights', () => {
  it('falls with the logarithm of the rank and is 1 in the mean', () => {
    const [first = 0, second = 0, third = 0] = rankWeights(3);
    expect(first + second + third).toBeCloseTo(3, 12);
    expect(first / second).toBeCloseTo(2, 12); // log 4 : log 2
    expect(third / second).toBeCloseTo(Math.log2(4 / 3), 12);
    expect([...rankWeights(1)]).toEqual([1]);
  });
});
