import { normals } from './random-numbers.js';

/** A square matrix, row by row. */
export type Matrix = Float64Array;

/** A random orthogonal matrix: the Gram–Schmidt process on rows of normal numbers. */
export function rotation(dimension: number, seed: number): Matrix {
  const matrix = normals(dimension * dimension, seed);
  const row = (i: number) => matrix.subarray(i * dimension, (i + 1) * dimension);
  for (let i = 0; i < dimension; i++) {
    const current = row(i);
    for (let j = 0; j < i; j++) {
      const earlier = row(j);
      const overlap = dot(current, earlier);
      for (let k = 0; k < dimension; k++) current[k] = (current[k] as number) - overlap * (earlier[k] as number);
    }
    const length = Math.sqrt(dot(current, current));
    for (let k = 0; k < dimension; k++) current[k] = (current[k] as number) / length;
  }
  return matrix;
}

/** left · diag(scales) · right. */
export function scaledProduct(left: Matrix, scales: Float64Array, right: Matrix): Matrix {
  const n = scales.length;
  const product = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = (left[i * n + k] as number) * (scales[k] as number);
      for (let j = 0; j < n; j++) {
        product[i * n + j] = (product[i * n + j] as number) + factor * (right[k * n + j] as number);
      }
    }
  }
  return product;
}

/** left · diag(scales). */
export function scaledColumns(left: Matrix, scales: Float64Array): Matrix {
  const n = scales.length;
  return left.map((value, at) => value * (scales[at % n] as number));
}

/** The row vector x times the matrix. */
export function multiply(x: Float64Array, matrix: Matrix): Float64Array {
  const n = x.length;
  const product = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const value = x[i] as number;
    for (let j = 0; j < n; j++) product[j] = (product[j] as number) + value * (matrix[i * n + j] as number);
  }
  return product;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
