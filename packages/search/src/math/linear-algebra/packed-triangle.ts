/**
 * The lower triangle of a square matrix, row after row without gaps: row i has i + 1 numbers and begins at i·(i + 1)/2. A
 * matrix grows by a row by being longer.
 */
export function rowStart(row: number): number {
  return (row * (row + 1)) / 2;
}

/** Numbers in a triangle of `order` rows. */
export const triangleLength = rowStart;
