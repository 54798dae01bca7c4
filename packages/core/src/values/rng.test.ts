import { describe, expect, it } from '@jest/globals';
import { createRng } from './rng.js';

const draw = (seed: string | number, n: number) => {
  const rng = createRng(seed);
  return Array.from({ length: n }, () => rng.next());
};

describe('createRng', () => {
  it('repeats itself for the same seed and differs for another', () => {
    expect(draw(1, 8)).toEqual(draw(1, 8));
    expect(draw(1, 8)).not.toEqual(draw(2, 8));
  });

  it('gives forks that do not depend on what was drawn before', () => {
    const untouched = createRng(7).fork('ask').next();
    const used = createRng(7);
    used.next();
    expect(used.fork('ask').next()).toBe(untouched);
    expect(used.fork('tell').next()).not.toBe(untouched);
  });

  it.each([0, -1, 2.5, 2 ** 32 + 1, Number.NaN, Number.POSITIVE_INFINITY])('refuses int(%d)', (n) => {
    expect(() => createRng(1).int(n)).toThrow(RangeError);
  });

  it('draws from as many as 32 bits tell apart', () => {
    const draws = Array.from({ length: 20 }, (_, seed) => createRng(seed).int(2 ** 32));
    expect(Math.max(...draws)).toBeGreaterThan(2 ** 31);
    expect(new Set(draws).size).toBe(20);
  });

  // Seed 3, 10 bins, 100,000 draws: chi-square with 9 degrees of freedom exceeds 27.9 with probability 0.001.
  it('is uniform', () => {
    const rng = createRng(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const bin = rng.int(10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9);
  });

  // Seed 5, 50,000 draws: the mean's standard error is 0.0045, the variance's 0.0063; bounds are 4.5 of them.
  it('draws standard normals', () => {
    const rng = createRng(5);
    const xs = Array.from({ length: 50_000 }, () => rng.normal());
    const mean = xs.reduce((a, b) => a + b, 0) / xs.length;
    const variance = xs.reduce((a, b) => a + (b - mean) ** 2, 0) / xs.length;
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
  });

  it('shuffles a copy', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRng(1).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort()).toEqual(items);
  });
});
