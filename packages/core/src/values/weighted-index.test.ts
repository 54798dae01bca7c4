import { describe, expect, it } from '@jest/globals';
import { weightedIndex } from './weighted-index.js';

describe('weightedIndex', () => {
  it('gives each index its share of the draws', () => {
    const draws = Array.from({ length: 8 }, (_, i) => i / 8);
    expect(draws.map((draw) => weightedIndex([1, 0, 3], draw))).toEqual([0, 0, 2, 2, 2, 2, 2, 2]);
  });

  it('takes the last where weights are all 0', () => {
    expect(weightedIndex([0, 0], 0.5)).toBe(1);
  });
});
