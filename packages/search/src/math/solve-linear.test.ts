import { describe, expect, it } from '@jest/globals';
import { solveLinear } from './solve-linear.js';

describe('solveLinear', () => {
  it('solves, also where the first pivot is zero, and changes neither argument', () => {
    const a = Float64Array.of(0, 2, 1, 1, 0, 3, 2, 1, 0);
    const b = Float64Array.of(7, 10, 4);
    const solution = solveLinear(a, b) ?? [];
    for (const [index, expected] of [1, 2, 3].entries()) expect(solution[index]).toBeCloseTo(expected, 12);
    expect([...a, ...b]).toEqual([0, 2, 1, 1, 0, 3, 2, 1, 0, 7, 10, 4]);
  });

  it('has no answer for a singular matrix', () => {
    expect(solveLinear(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2))).toBeUndefined();
  });
});
