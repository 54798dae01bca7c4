/** Pivots below this share of the largest diagonal element are 0 but for rounding. */
const leastPivot = 1e-12;

/** The lower Cholesky factor of a symmetric matrix, row by row; undefined unless it is positive definite. */
export function factor(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  let largest = 0;
  // `!`, in all of this file: indices are within the square.
  for (let i = 0; i < size; i++) largest = Math.max(largest, matrix[i * size + i]!);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!;
      for (let k = 0; k < column; k++) sum -= lower[row * size + k]! * lower[column * size + k]!;
      if (row !== column) lower[row * size + column] = sum / lower[column * size + column]!;
      else if (!(sum > leastPivot * largest)) return undefined;
      else lower[row * size + row] = Math.sqrt(sum);
    }
  }
  return lower;
}

/** Of the matrix that was factored. */
export function logDeterminant(lower: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += 2 * Math.log(lower[i * size + i]!);
  return sum;
}

/** Trace of the inverse of the matrix that was factored: the sum of squares of the factor's inverse. */
export function traceOfInverse(lower: Float64Array, size: number): number {
  let trace = 0;
  const column = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    for (let row = j; row < size; row++) {
      let sum = row === j ? 1 : 0;
      for (let k = j; k < row; k++) sum -= lower[row * size + k]! * column[k]!;
      column[row] = sum / lower[row * size + row]!;
      trace += column[row]! * column[row]!;
    }
  }
  return trace;
}
