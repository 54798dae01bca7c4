import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { symmetricEigen } from './symmetric-eigen.js';

/** BᵀΛB for a random rotation B (by Gram–Schmidt) and the given eigenvalues. */
function matrixWith(eigenvalues: readonly number[], seed: number): Float64Array {
  const n = eigenvalues.length;
  const rng = createRng(seed);
  const basis: number[][] = [];
  for (let k = 0; k < n; k++) {
    let row = Array.from({ length: n }, () => rng.normal());
    for (let again = 0; again < 2; again++) {
      for (const other of basis) {
        const along = dot(row, other);
        row = row.map((x, i) => x - along * (other[i] ?? 0));
      }
    }
    const length = Math.sqrt(dot(row, row));
    basis.push(row.map((x) => x / length));
  }
  return Float64Array.from({ length: n * n }, (_, index) => {
    const [i, j] = [Math.floor(index / n), index % n];
    return basis.reduce((sum, row, k) => sum + (eigenvalues[k] ?? 0) * (row[i] ?? 0) * (row[j] ?? 0), 0);
  });
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const row = (vectors: Float64Array, k: number, n: number) => [...vectors.subarray(k * n, (k + 1) * n)];

describe('symmetricEigen', () => {
  it.each([
    ['of both signs', [-3, -1, 0, 0.5, 2, 7]],
    ['repeated', [2, 2, 2, 5, 5]],
    ['one', [4]],
    ['in 20 dimensions', Array.from({ length: 20 }, (_, i) => i - 7.5)],
  ])('finds eigenvalues and an orthonormal basis: %s', (_, eigenvalues) => {
    const n = eigenvalues.length;
    const matrix = matrixWith(eigenvalues, 3);
    const { values, vectors } = symmetricEigen(matrix, n);
    expect([...values].sort((a, b) => a - b)).toEqual(
      [...eigenvalues].sort((a, b) => a - b).map((value) => expect.closeTo(value, 11)),
    );
    for (let k = 0; k < n; k++) {
      const vector = row(vectors, k, n);
      const image = vector.map((_, i) => dot(row(matrix, i, n), vector));
      for (let i = 0; i < n; i++) expect(image[i]).toBeCloseTo((values[k] ?? 0) * (vector[i] ?? 0), 10);
      for (let l = 0; l <= k; l++) expect(dot(vector, row(vectors, l, n))).toBeCloseTo(l === k ? 1 : 0, 12);
    }
  });

  // D·K·D of a well conditioned correlation K: the smallest eigenvalue is 1e-12 of the largest, and rounding the matrix
  // to doubles leaves it determined to some 1e-16 of itself.
  it('keeps the relative accuracy of small eigenvalues of a badly scaled matrix', () => {
    const scales = [1, 1e-3, 1e-6];
    const matrix = Float64Array.from({ length: 9 }, (_, index) => {
      const [i, j] = [Math.floor(index / 3), index % 3];
      return (scales[i] ?? 0) * (scales[j] ?? 0) * (i === j ? 1 : 0.5);
    });
    const [smallest] = [...symmetricEigen(matrix, 3).values].sort((a, b) => a - b);
    // det = 1/2 · 1e-18; the two large ones multiply to 3/4 · 1e-6 up to a share of 1e-6: hence 2/3 · 1e-12.
    expect((smallest ?? 0) / 1e-12).toBeCloseTo(2 / 3, 5);
  });

  it('leaves its argument alone', () => {
    const matrix = matrixWith([1, 2, 3], 1);
    const before = matrix.slice();
    symmetricEigen(matrix, 3);
    expect(matrix).toEqual(before);
  });

  it('ends on numbers that are not finite', () => {
    const { values } = symmetricEigen(new Float64Array(9).fill(Number.NaN), 3);
    expect([...values].every(Number.isNaN)).toBe(true);
  });
});
