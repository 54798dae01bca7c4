import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { factorRows } from './cholesky.js';
import { invertFactored } from './invert-factored.js';
import { rowStart, triangleLength } from './packed-triangle.js';
import { solveLower, solveLowerFour, solveLowerTransposed } from './triangular-solve.js';

/** exp(−distance²) of random points in the plane: smooth, so badly conditioned without its diagonal. */
function covariances(order: number, noise: number): Float64Array {
  const rng = createRng(order);
  const points = Array.from({ length: order }, () => [rng.next(), rng.next()] as const);
  const triangle = new Float64Array(triangleLength(order));
  for (const [i, [x, y]] of points.entries()) {
    for (const [j, [u, v]] of points.slice(0, i + 1).entries()) {
      triangle[rowStart(i) + j] = Math.exp(-4 * ((x - u) ** 2 + (y - v) ** 2)) + (i === j ? noise : 0);
    }
  }
  return triangle;
}

const at = (triangle: Float64Array, i: number, j: number) => triangle[rowStart(Math.max(i, j)) + Math.min(i, j)] ?? 0;

function factored(triangle: Float64Array, order: number): Float64Array {
  const factor = Float64Array.from(triangle);
  factorRows(factor, { from: 0, to: order, smallestPivot: 1e-12 });
  return factor;
}

const orders = [1, 2, 3, 4, 5, 8, 9, 30, 31];

describe.each(orders)('a positive definite matrix of order %i', (order) => {
  const matrix = covariances(order, 1e-3);
  const factor = factored(matrix, order);
  const indices = Array.from({ length: order }, (_, i) => i);

  it('is its factor times the factor transposed', () => {
    for (const i of indices) {
      for (const j of indices.slice(0, i + 1)) {
        const product = indices.slice(0, j + 1).reduce((sum, k) => sum + at(factor, i, k) * at(factor, j, k), 0);
        expect(Math.abs(product - at(matrix, i, j))).toBeLessThan(1e-13);
      }
    }
  });

  it('has the same factor to the last bit however it grew', () => {
    for (const cut of [1, 2, 3]) {
      const grown = Float64Array.from(matrix);
      for (let from = 0; from < order; from += cut) {
        factorRows(grown, { from, to: Math.min(order, from + cut), smallestPivot: 1e-12 });
      }
      expect(grown).toEqual(factor);
    }
  });

  it('is solved by its factor', () => {
    const right = Float64Array.from(indices, (i) => Math.sin(i + 1));
    const x = Float64Array.from(right);
    solveLower(factor, order, x);
    const four = Float64Array.from({ length: 4 * order }, (_, i) => (right[i >> 2] ?? 0) * (1 + (i & 3)));
    solveLowerFour(factor, order, four);
    for (const i of indices) {
      for (const side of [0, 1, 2, 3]) {
        expect(four[4 * i + side] ?? 0).toBeCloseTo((1 + side) * (x[i] ?? 0), 10);
      }
    }
    solveLowerTransposed(factor, order, x);
    for (const i of indices) {
      const product = indices.reduce((sum, j) => sum + at(matrix, i, j) * (x[j] ?? 0), 0);
      expect(product).toBeCloseTo(right[i] ?? 0, 10);
    }
  });

  it('times its inverse is one', () => {
    const inverse = new Float64Array(matrix.length);
    invertFactored(Float64Array.from(factor), order, inverse);
    for (const i of indices) {
      for (const j of indices) {
        const product = indices.reduce((sum, k) => sum + at(matrix, i, k) * at(inverse, k, j), 0);
        expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-9);
      }
    }
  });
});

describe('a singular matrix', () => {
  it('gets the smallest pivot instead of a root of nothing or less', () => {
    const ones = new Float64Array(triangleLength(20)).fill(1);
    factorRows(ones, { from: 0, to: 20, smallestPivot: 1e-6 });
    for (let i = 1; i < 20; i++) expect(ones[rowStart(i) + i]).toBeGreaterThanOrEqual(1e-3);
    expect(ones.every(Number.isFinite)).toBe(true);
  });
});
