import { createRng, type Rng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { hypervolume } from './hypervolume.js';
import { lossesOf } from './losses.js';
import { selectByHypervolume } from './select-by-hypervolume.js';

/** Counts the unit cells of a grid that a row of whole numbers dominates: exact. */
function countCells(rows: readonly (readonly number[])[], reference: readonly number[]): number {
  const counted = (cell: readonly number[]): number => {
    const side = reference[cell.length];
    if (side === undefined) return rows.some((row) => row.every((loss, i) => loss <= (cell[i] ?? -1))) ? 1 : 0;
    return Array.from({ length: side }, (_, at) => counted([...cell, at])).reduce((sum, volume) => sum + volume, 0);
  };
  return counted([]);
}

/** Rows on a grid that reaches beyond the reference point, so that some lie outside and many are equal. */
function gridRows(rng: Rng, width: number): number[][] {
  return Array.from({ length: 1 + rng.int(12) }, () => Array.from({ length: width }, () => rng.int(6)));
}

describe('hypervolume', () => {
  it.each([1, 2, 3, 4, 5])('counts the cells of a grid in %d dimensions', (width) => {
    const reference = Array.from({ length: width }, () => 4);
    for (let set = 0; set < 30; set++) {
      const rows = gridRows(createRng('hypervolume').fork(width).fork(set), width);
      expect(hypervolume(lossesOf(rows, width), reference)).toBe(countCells(rows, reference));
    }
  });

  it('gains nothing from rows outside of the reference, on its edge, dominated or doubled', () => {
    const volume = (...rows: readonly (readonly number[])[]) => hypervolume(lossesOf(rows, 2), [2, 2]);
    expect(volume([1, 1])).toBe(1);
    expect(volume([1, 1], [0, 3], [3, 0], [2, 0], [1, 1], [1.5, 1])).toBe(1);
    expect(volume([3, 3])).toBe(0);
    expect(volume()).toBe(0);
  });
});

describe('selectByHypervolume', () => {
  it.each([2, 3, 4])('adds the row that adds most, in %d dimensions', (width) => {
    const reference = Array.from({ length: width }, () => 4);
    for (let set = 0; set < 30; set++) {
      const rows = gridRows(createRng('selection').fork(width).fork(set), width);
      const losses = lossesOf(rows, width);
      const volumeOf = (chosen: readonly number[]) =>
        hypervolume(
          lossesOf(
            chosen.map((row) => rows[row] ?? []),
            width,
          ),
          reference,
        );
      const chosen = selectByHypervolume(losses, reference, rows.length);
      expect([...chosen].sort((a, b) => a - b)).toEqual(rows.map((_, row) => row));
      for (const [place, row] of chosen.entries()) {
        const before = chosen.slice(0, place);
        const best = Math.max(...rows.map((_, other) => volumeOf([...before, other])));
        expect(volumeOf([...before, row])).toBe(best);
      }
    }
  });

  it('gives as many as were asked for, those that add nothing last', () => {
    const losses = lossesOf(
      [
        [9, 9],
        [1, 1],
        [1, 1],
        [0, 1.5],
      ],
      2,
    );
    expect(selectByHypervolume(losses, [2, 2], 4)).toEqual([3, 1, 0, 2]);
    expect(selectByHypervolume(losses, [2, 2], 2)).toEqual([3, 1]);
    expect(selectByHypervolume(losses, [2, 2], 9)).toEqual([3, 1, 0, 2]);
    expect(selectByHypervolume(losses, [2, 2], 0)).toEqual([]);
  });
});
