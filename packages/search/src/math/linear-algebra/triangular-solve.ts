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
 * little more than one: each number loaded is used four times or twice, and eight sums don't wait for each other.
 */
export function solveLowerFour(triangle: Float64Array, order: number, b: Float64Array): void {
  let row = 0;
  for (; row + 1 < order; row += 2) solveTwoRows(triangle, row, b);
  if (row < order) solveOneRow(triangle, row, b);
}

function solveTwoRows(triangle: Float64Array, row: number, b: Float64Array): void {
  const upper = rowStart(row);
  const lower = upper + row + 1;
  const at = 4 * row;
  let first = b[at]!;
  let second = b[at + 1]!;
  let third = b[at + 2]!;
  let fourth = b[at + 3]!;
  let nextFirst = b[at + 4]!;
  let nextSecond = b[at + 5]!;
  let nextThird = b[at + 6]!;
  let nextFourth = b[at + 7]!;
  for (let k = 0, j = 0; k < row; k++, j += 4) {
    const x = triangle[upper + k]!;
    const y = triangle[lower + k]!;
    const one = b[j]!;
    first -= x * one;
    nextFirst -= y * one;
    const two = b[j + 1]!;
    second -= x * two;
    nextSecond -= y * two;
    const three = b[j + 2]!;
    third -= x * three;
    nextThird -= y * three;
    const four = b[j + 3]!;
    fourth -= x * four;
    nextFourth -= y * four;
  }
  const pivot = triangle[upper + row]!;
  const side = triangle[lower + row]!;
  const nextPivot = triangle[lower + row + 1]!;
  b[at] = first /= pivot;
  b[at + 1] = second /= pivot;
  b[at + 2] = third /= pivot;
  b[at + 3] = fourth /= pivot;
  b[at + 4] = (nextFirst - side * first) / nextPivot;
  b[at + 5] = (nextSecond - side * second) / nextPivot;
  b[at + 6] = (nextThird - side * third) / nextPivot;
  b[at + 7] = (nextFourth - side * fourth) / nextPivot;
}

function solveOneRow(triangle: Float64Array, row: number, b: Float64Array): void {
  const own = rowStart(row);
  for (let at = 4 * row; at < 4 * row + 4; at++) {
    let sum = b[at]!;
    for (let k = 0, j = at % 4; k < row; k++, j += 4) sum -= triangle[own + k]! * b[j]!;
    b[at] = sum / triangle[own + row]!;
  }
}
