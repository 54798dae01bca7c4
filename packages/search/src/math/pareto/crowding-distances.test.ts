import { describe, expect, it } from '@jest/globals';
import { crowdingDistances } from './crowding-distances.js';
import { lossesOf } from './losses.js';

const crowding = (...rows: readonly (readonly number[])[]) => [
  ...crowdingDistances(
    lossesOf(rows, rows[0]?.length ?? 0),
    rows.map((_, row) => row),
  ),
];

describe('crowdingDistances', () => {
  it('sums the sides of the box between the neighbours, in units of the range', () => {
    expect(crowding([0, 10], [1, 6], [3, 5], [10, 0])).toEqual([Infinity, 3 / 10 + 5 / 10, 9 / 10 + 6 / 10, Infinity]);
  });

  it('looks at the given rows only, in their order', () => {
    const losses = lossesOf([[4], [100], [0], [1]], 1);
    expect([...crowdingDistances(losses, [0, 3, 2])]).toEqual([Infinity, 1, Infinity]);
  });

  it('makes one of equal extremes infinite, and none NaN', () => {
    expect(crowding([0, 1], [0, 1], [1, 0], [1, 0])).toEqual([Infinity, 1, Infinity, 1]);
    expect(crowding([3, 3], [3, 3], [3, 3])).toEqual([Infinity, 0, 0]);
    expect(crowding([0, 5], [1, 5], [2, 5])).toEqual([Infinity, 1, Infinity]);
  });

  it('survives infinite losses', () => {
    for (const distance of crowding([0, Infinity], [1, 2], [Infinity, 1], [2, 1.5])) expect(distance).not.toBeNaN();
  });

  it('has nothing to say about nothing', () => expect([...crowdingDistances(lossesOf([], 2), [])]).toEqual([]));
});
