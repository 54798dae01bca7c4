import { rowStart } from './packed-triangle.js';

// `!` in this file: the index stays within the arrays.

/** Replaces b, of `order` numbers, by L⁻¹b; L is a packed lower triangle. */
export function solveLower(triangle: Float64Array, order: number, b: Float64Array): void {
  let row = 0;
  for (; row + 1 < order; row += 2) {
    const upper = rowStart(row);
    const lower = upper + row + 1;
    let first = b[row]!;
    let second = b[row + 1]!;
    for (let k = 0; k < row; k++) {
      const x = b[k]!;
      first -= triangle[upper + k]! * x;
      second -= triangle[lower + k]! * x;
    }
    first /= triangle[upper + row]!;
    second -= triangle[lower + row]! * first;
    b[row] = first;
    b[row + 1] = second / triangle[lower + row + 1]!;
  }
  if (row < order) {
    const own = rowStart(row);
    let sum = b[row]!;
    for (let k = 0; k < row; k++) sum -= triangle[own + k]! * b[k]!;
    b[row] = sum / triangle[own + row]!;
  }
}

/** Replaces b, of `order` numbers, by L⁻ᵀb; L is a packed lower triangle. */
export function solveLowerTransposed(triangle: Float64Array, order: number, b: Float64Array): void {
  let row = order - 1;
  for (; row > 0; row -= 2) {
    const lower = rowStart(row);
    const upper = lower - row;
    const second = b[row]! / triangle[lower + row]!;
    const first = (b[row - 1]! - triangle[lower + row - 1]! * second) / triangle[upper + row - 1]!;
    b[row] = second;
    b[row - 1] = first;
    for (let k = 0; k < row - 1; k++) b[k] = b[k]! - (triangle[upper + k]! * first + triangle[lower + k]! * second);
  }
  if (row === 0) b[0] = b[0]! / triangle[0]!;
}

/**
 * The same as {@link solveLower} for four right-hand sides at once, interleaved: b[4·i + j] is number i of side j. Costs
 * little more than one.
 */
export function solveLowerFour(triangle: Float64Array, order: number, b: Float64Array): void {
  for (let row = 0, own = 0; row < order; own += ++row) {
    const at = 4 * row;
    let first = b[at]!;
    let second = b[at + 1]!;
    let third = b[at + 2]!;
    let fourth = b[at + 3]!;
    for (let k = 0, j = 0; k < row; k++, j += 4) {
      const x = triangle[own + k]!;
      first -= x * b[j]!;
      second -= x * b[j + 1]!;
      third -= x * b[j + 2]!;
      fourth -= x * b[j + 3]!;
    }
    const pivot = triangle[own + row]!;
    b[at] = first / pivot;
    b[at + 1] = second / pivot;
    b[at + 2] = third / pivot;
    b[at + 3] = fourth / pivot;
  }
}
