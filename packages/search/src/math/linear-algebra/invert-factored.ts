import { rowStart } from './packed-triangle.js';

// `!` in this file: the index stays within the triangles.

/**
 * Writes the lower triangle of A⁻¹ = L⁻ᵀL⁻¹ for a factor L, which is replaced by L⁻¹. Both are packed triangles of `order`
 * rows. n³/3 multiplications.
 */
export function invertFactored(factor: Float64Array, order: number, inverse: Float64Array): void {
  invertTriangle(factor, order);
  inverse.fill(0, 0, rowStart(order));
  let k = 0;
  for (; k + 3 < order; k += 4) addFourProducts(inverse, factor, k);
  for (; k < order; k++) addProduct(inverse, factor, k);
}

/** Row i of L⁻¹ is minus the sum of the rows above it, weighted by row i of L, over the diagonal: in place, four at a time. */
function invertTriangle(l: Float64Array, order: number): void {
  for (let row = 0; row < order; row++) {
    const own = rowStart(row);
    let k = 0;
    for (; k + 3 < row; k += 4) {
      const a = l[own + k]!;
      const b = l[own + k + 1]!;
      const c = l[own + k + 2]!;
      const d = l[own + k + 3]!;
      const first = rowStart(k);
      const second = first + k + 1;
      const third = second + k + 2;
      const fourth = third + k + 3;
      for (let j = 0; j < k; j++) {
        l[own + j] = l[own + j]! + (a * l[first + j]! + b * l[second + j]! + (c * l[third + j]! + d * l[fourth + j]!));
      }
      // The rows above are that long only: the first numbers of these columns.
      l[own + k] = a * l[first + k]! + b * l[second + k]! + (c * l[third + k]! + d * l[fourth + k]!);
      l[own + k + 1] = b * l[second + k + 1]! + c * l[third + k + 1]! + d * l[fourth + k + 1]!;
      l[own + k + 2] = c * l[third + k + 2]! + d * l[fourth + k + 2]!;
      l[own + k + 3] = d * l[fourth + k + 3]!;
    }
    for (; k < row; k++) {
      const weight = l[own + k]!;
      const other = rowStart(k);
      for (let j = 0; j < k; j++) l[own + j] = l[own + j]! + weight * l[other + j]!;
      l[own + k] = weight * l[other + k]!;
    }
    const pivot = -1 / l[own + row]!;
    for (let j = 0; j < row; j++) l[own + j] = l[own + j]! * pivot;
    l[own + row] = -pivot;
  }
}

/** Adds the outer product of row k of `m` with itself. */
function addProduct(sum: Float64Array, m: Float64Array, k: number): void {
  const own = rowStart(k);
  for (let row = 0; row <= k; row++) {
    const weight = m[own + row]!;
    const at = rowStart(row);
    for (let j = 0; j <= row; j++) sum[at + j] = sum[at + j]! + weight * m[own + j]!;
  }
}

/** Adds the outer products of the rows k … k + 3 with themselves. */
function addFourProducts(sum: Float64Array, m: Float64Array, k: number): void {
  const first = rowStart(k);
  const second = first + k + 1;
  const third = second + k + 2;
  const fourth = third + k + 3;
  for (let row = 0; row <= k; row++) {
    const a = m[first + row]!;
    const b = m[second + row]!;
    const c = m[third + row]!;
    const d = m[fourth + row]!;
    const at = rowStart(row);
    for (let j = 0; j <= row; j++) {
      sum[at + j] = sum[at + j]! + (a * m[first + j]! + b * m[second + j]! + (c * m[third + j]! + d * m[fourth + j]!));
    }
  }
  for (let row = k + 1; row <= k + 3; row++) {
    const at = rowStart(row);
    for (let other = row; other <= k + 3; other++) {
      const own = rowStart(other);
      const weight = m[own + row]!;
      for (let j = 0; j <= row; j++) sum[at + j] = sum[at + j]! + weight * m[own + j]!;
    }
  }
}
