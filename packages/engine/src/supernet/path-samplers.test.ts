import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { fairPaths, uniformPaths } from './path-samplers.js';

const choices = [
  { param: 'a', values: ['x', 'y', 'z'] },
  { param: 'b', values: [1, 2, 3] },
  { param: 'c', values: [true, false] },
];

describe('fairPaths', () => {
  it('uses every value of the largest choices once in each step, and smaller ones as evenly as can be', () => {
    const sample = fairPaths(choices);
    for (let seed = 0; seed < 50; seed++) {
      const paths = sample(createRng(seed));
      expect(paths.map((path) => path['a']).sort()).toEqual(['x', 'y', 'z']);
      expect(paths.map((path) => path['b']).sort()).toEqual([1, 2, 3]);
      expect(new Set(paths.map((path) => path['c'])).size).toBe(2);
    }
  });

  it('pairs values of different choices at random', () => {
    const sample = fairPaths(choices);
    const pairs = new Set(
      Array.from({ length: 60 }, (_, seed) => sample(createRng(seed)).map(({ a, b }) => `${a}${b}`)).flat(),
    );
    expect(pairs.size).toBe(9);
  });
});

describe('uniformPaths', () => {
  // χ² with 8 degrees of freedom over 9 pairs of values; seed 1. False alarms 1 in 1,000.
  it('gives each combination its share', () => {
    const sample = uniformPaths(choices.slice(0, 2));
    const rng = createRng(1);
    const counts = new Map<string, number>();
    const draws = 10_000;
    for (let i = 0; i < draws; i++) {
      const paths = sample(rng);
      expect(paths).toHaveLength(1);
      const key = JSON.stringify(paths[0]);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const expected = draws / 9;
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(9);
    expect(chiSquare).toBeLessThan(26.12);
  });
});
