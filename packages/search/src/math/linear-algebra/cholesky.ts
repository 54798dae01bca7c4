import { rowStart } from './packed-triangle.js';

// A local name: this runs often, and a look-up through a module sandbox's globals is slow.
const { sqrt } = Math;

export interface RowRange {
  readonly from: number;
  readonly to: number;
  /** Squares on the diagonal are not allowed to be less: what rounding makes of a matrix that is nearly singular. */
  readonly smallestPivot: number;
}

/**
 * Replaces the rows `from` … `to − 1` of a symmetric positive definite matrix, a packed lower triangle, by those of its
 * Cholesky factor; the rows before must be the factor's already. Every number comes from the same operations in the same
 * order however the rows are cut into ranges: a factor that grew row by row equals one made at once to the last bit.
 */
export function factorRows(triangle: Float64Array, { from, to, smallestPivot }: RowRange): void {
  let row = from;
  for (; row + 1 < to; row += 2) factorTwoRows(triangle, row, smallestPivot);
  if (row < to) factorOneRow(triangle, row, smallestPivot);
}

// `!` in this file: the index stays within the triangle.

function factorOneRow(a: Float64Array, row: number, smallestPivot: number): void {
  const own = rowStart(row);
  for (let column = 0; column < row; column++) {
    const other = rowStart(column);
    let sum = a[own + column]!;
    for (let k = 0; k < column; k++) sum -= a[own + k]! * a[other + k]!;
    a[own + column] = sum / a[other + column]!;
  }
  finishRow(a, row, smallestPivot);
}

/** Two rows at once, two columns at a time: each number loaded is used twice, and four sums don't wait for each other. */
function factorTwoRows(a: Float64Array, row: number, smallestPivot: number): void {
  const first = rowStart(row);
  const second = rowStart(row + 1);
  let column = 0;
  for (; column + 1 < row; column += 2) {
    const left = rowStart(column);
    const right = rowStart(column + 1);
    let firstLeft = a[first + column]!;
    let firstRight = a[first + column + 1]!;
    let secondLeft = a[second + column]!;
    let secondRight = a[second + column + 1]!;
    for (let k = 0; k < column; k++) {
      const x = a[first + k]!;
      const y = a[second + k]!;
      const l = a[left + k]!;
      const r = a[right + k]!;
      firstLeft -= x * l;
      secondLeft -= y * l;
      firstRight -= x * r;
      secondRight -= y * r;
    }
    firstLeft /= a[left + column]!;
    secondLeft /= a[left + column]!;
    firstRight -= firstLeft * a[right + column]!;
    secondRight -= secondLeft * a[right + column]!;
    a[first + column] = firstLeft;
    a[second + column] = secondLeft;
    a[first + column + 1] = firstRight / a[right + column + 1]!;
    a[second + column + 1] = secondRight / a[right + column + 1]!;
  }
  for (; column < row; column++) {
    for (const own of [first, second]) {
      const other = rowStart(column);
      let sum = a[own + column]!;
      for (let k = 0; k < column; k++) sum -= a[own + k]! * a[other + k]!;
      a[own + column] = sum / a[other + column]!;
    }
  }
  finishRow(a, row, smallestPivot);
  let sum = a[second + row]!;
  for (let k = 0; k < row; k++) sum -= a[second + k]! * a[first + k]!;
  a[second + row] = sum / a[first + row]!;
  finishRow(a, row + 1, smallestPivot);
}

/** The diagonal. */
function finishRow(a: Float64Array, row: number, smallestPivot: number): void {
  const own = rowStart(row);
  let sum = a[own + row]!;
  for (let k = 0; k < row; k++) sum -= a[own + k]! * a[own + k]!;
  // Written so that NaN, too, becomes the smallest pivot.
  a[own + row] = sqrt(sum > smallestPivot ? sum : smallestPivot);
}
