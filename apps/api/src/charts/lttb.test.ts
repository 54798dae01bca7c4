import { describe, expect, it } from '@jest/globals';
import { largestTriangleThreeBuckets } from './lttb.js';

const ramp = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('largestTriangleThreeBuckets', () => {
  it('gives short series whole', () => {
    expect(largestTriangleThreeBuckets(ramp(5), ramp(5), 10)).toEqual([0, 1, 2, 3, 4]);
  });

  it('gives exactly count ascending indices, both ends among them', () => {
    const x = ramp(1000);
    const y = x.map((i) => Math.sin(i / 20));
    const chosen = largestTriangleThreeBuckets(x, y, 100);
    expect(chosen).toHaveLength(100);
    expect(chosen[0]).toBe(0);
    expect(chosen.at(-1)).toBe(999);
    expect([...new Set(chosen)].sort((a, b) => a - b)).toEqual(chosen);
  });

  it('keeps a lone spike', () => {
    const y = new Array<number>(1000).fill(0);
    y[637] = 5;
    expect(largestTriangleThreeBuckets(ramp(1000), y, 20)).toContain(637);
  });
});
