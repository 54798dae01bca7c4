import { describe, expect, it } from '@jest/globals';
import { farthestFirst } from './farthest-first.js';
import { lossesOf } from './losses.js';

const order = (...rows: readonly (readonly number[])[]) => [
  ...farthestFirst(
    lossesOf(rows, 2),
    rows.map((_, row) => row),
  ),
];

describe('farthestFirst', () => {
  it('begins with the least, then takes always the farthest from those before', () => {
    expect(order([4, 6], [10, 0], [0, 10], [1, 9])).toEqual([2, 1, 0, 3]);
  });

  it('measures in units of the ranges', () => {
    expect(order([0, 1000], [0.9, 990], [1, 0])).toEqual([0, 2, 1]);
  });

  it('gives equals in their order, and takes losses without a range', () => {
    expect(order([1, 1], [1, 1], [1, 1])).toEqual([0, 1, 2]);
    expect(order([1, 2], [1, 0], [1, 1])).toEqual([1, 0, 2]);
  });

  it('looks at the given rows only', () => {
    expect([...farthestFirst(lossesOf([[0], [5], [1], [9]], 1), [1, 2, 3])]).toEqual([2, 3, 1]);
    expect([...farthestFirst(lossesOf([], 1), [])]).toEqual([]);
  });
});
