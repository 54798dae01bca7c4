import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { dominates } from './dominates.js';
import { type Losses, lossesOf, rowCount } from './losses.js';
import { nonDominatedRanks } from './non-dominated-ranks.js';

/** By the definition: peels off, again and again, the rows that no other one left dominates. */
function peel(losses: Losses): number[] {
  const ranks: number[] = Array.from({ length: rowCount(losses) }, () => -1);
  let left = ranks.map((_, row) => row);
  for (let rank = 0; left.length > 0; rank++) {
    const front = left.filter((row) => !left.some((other) => dominates(losses, other, row)));
    for (const row of front) ranks[row] = rank;
    left = left.filter((row) => !front.includes(row));
  }
  return ranks;
}

describe('dominates', () => {
  const losses = lossesOf(
    [
      [1, 2],
      [1, 3],
      [1, 2],
      [0, 9],
      [Infinity, 2],
    ],
    2,
  );

  it('takes one better loss and none that is worse', () => {
    expect(dominates(losses, 0, 1)).toBe(true);
    expect(dominates(losses, 1, 0)).toBe(false);
    expect(dominates(losses, 0, 3) || dominates(losses, 3, 0)).toBe(false);
    expect(dominates(losses, 0, 4)).toBe(true);
  });

  it('does not hold between equals', () => expect(dominates(losses, 0, 2)).toBe(false));
});

describe('nonDominatedRanks', () => {
  // 40 sets of each width. Coordinates 0 … 5 make ties and duplicates the rule; without that all are different.
  it.each([1, 2, 3, 4, 5])('agrees with the definition for %d losses', (width) => {
    for (let set = 0; set < 40; set++) {
      const rng = createRng('ranks').fork(width).fork(set);
      const draw = set % 2 === 0 ? () => rng.int(6) : () => rng.next();
      const rows = Array.from({ length: 1 + rng.int(50) }, () => Array.from({ length: width }, draw));
      const losses = lossesOf(rows, width);
      expect([...nonDominatedRanks(losses)]).toEqual(peel(losses));
    }
  });

  it('gives equal rows one rank, and takes infinite losses', () => {
    const rows = [
      [1, Infinity],
      [1, Infinity],
      [2, 1],
      [2, Infinity],
      [Infinity, Infinity],
    ];
    expect([...nonDominatedRanks(lossesOf(rows, 2))]).toEqual([0, 0, 0, 1, 2]);
  });

  it('has nothing to say about nothing', () => expect([...nonDominatedRanks(lossesOf([], 2))]).toEqual([]));

  it('refuses rows of another width', () => expect(() => lossesOf([[1, 2, 3]], 2)).toThrow(RangeError));
});
