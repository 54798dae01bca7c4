import type { Domain } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { kernelRows } from './kernel-rows.js';
import { numericKernels } from './numeric-kernels.js';
import { ObservationTable } from './observation-table.js';
import { parameterAxis } from './parameter-axis.js';

/** The least width of the kernels of four good points at the low end among 64, in parts of the range. */
function leastOf(domain: Domain, resolution: number): number {
  const axis = parameterAxis(domain);
  const table = new ObservationTable([axis]);
  for (let row = 0; row < 64; row++) table.add(row, Float64Array.of(axis.low + ((axis.high - axis.low) * row) / 6400));
  const goodness = Float64Array.from({ length: 64 }, (_, row) => (row < 4 ? 1 : 0));
  const { widths } = numericKernels(table, 0, { ...kernelRows(table, { goodness, good: true }), resolution });
  return Math.min(...widths) / (axis.high - axis.low);
}
const int = (high: number): Domain => ({ kind: 'int', low: 1, high, log: false, step: 1 });

describe('the least width of kernels', () => {
  const continuous: Domain = { kind: 'float', low: -3, high: 5, log: false };

  it.each([
    [0, 1 / (4 + 2)],
    [0.5, 1 / (16 + 2)],
    [1, 1 / (64 + 2)],
  ])('goes with the number of own observations, of all, or between: resolution %d', (resolution, expected) => {
    expect(leastOf(continuous, resolution)).toBeCloseTo(expected, 12);
    expect(leastOf(int(1000), resolution)).toBeCloseTo(expected, 12);
  });

  it('is one and a half steps on a grid, or what own observations give where that is less', () => {
    expect(leastOf(int(10), 1)).toBeCloseTo(1.5 / 10, 12);
    expect(leastOf(int(5), 1)).toBeCloseTo(1 / (4 + 2), 12);
  });
});
