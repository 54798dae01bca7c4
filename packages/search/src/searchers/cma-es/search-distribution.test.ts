import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { decompose, stretch, toFull, whiten } from './covariance.js';
import { startDistribution, updateDistribution } from './search-distribution.js';
import { strategyParameters } from './strategy-parameters.js';

const n = 10;
type Objective = (x: readonly number[]) => number;
const quadratic =
  (weight: (i: number) => number): Objective =>
  (x) =>
    x.reduce((sum, value, i) => sum + weight(i) * (value - 1) ** 2, 0);
const rosenbrock: Objective = (x) =>
  x.slice(1).reduce((sum, next, i) => sum + 100 * (next - (x[i] ?? 0) ** 2) ** 2 + (1 - (x[i] ?? 0)) ** 2, 0);

/** Evaluations until f ≤ 1e-8, from the origin with σ = 0.5; the optimum is at (1, …, 1). */
function evaluations(f: Objective, seed: number): number {
  const rng = createRng(seed);
  const parameters = strategyParameters(n, 10);
  let distribution = startDistribution(Array<number>(n).fill(0), 0.5);
  for (let count = 0; count < 10_000; ) {
    const shape = decompose(distribution.covariance, n);
    if (shape === undefined) break;
    const samples = Array.from({ length: parameters.population }, () => {
      const step = stretch(
        shape,
        Float64Array.from({ length: n }, () => rng.normal()),
      );
      const { mean, sigma } = distribution;
      return { step, value: f(mean.map((m, i) => m + sigma * (step[i] ?? 0))) };
    });
    const hit = samples.findIndex(({ value }) => value <= 1e-8);
    if (hit >= 0) return count + hit + 1;
    count += samples.length;
    const steps = samples.toSorted((a, b) => a.value - b.value).map(({ step }) => step);
    distribution = updateDistribution(distribution, shape, steps, parameters);
  }
  return Infinity;
}

describe('updateDistribution', () => {
  // Medians of 11 runs of cma 4.5.0. Our medians of 21 runs are within 5 % of them and single runs within 12 % of ours, so
  // that a right algorithm fails at 1.2 for less than one seed in 100. Seed 1.
  it.each<[string, number, Objective]>([
    ['sphere', 1361, quadratic(() => 1)],
    ['ellipsoid', 3921, quadratic((i) => 1e6 ** (i / (n - 1)))],
    ['cigar', 3881, quadratic((i) => (i === 0 ? 1 : 1e6))],
    ['tablet', 2861, quadratic((i) => (i === 0 ? 1e6 : 1))],
    ['Rosenbrock', 4971, rosenbrock],
  ])('needs no more than 1.2 times the evaluations of cma on the %s', (_, reference, f) => {
    expect(evaluations(f, 1)).toBeLessThan(1.2 * reference);
  });

  it('keeps the covariance symmetric and positive definite on random ranks', () => {
    const rng = createRng(4);
    const parameters = strategyParameters(5, 8);
    let distribution = startDistribution([0, 0, 0, 0, 0], 1);
    for (let generation = 0; generation < 300; generation++) {
      const shape = decompose(distribution.covariance, 5);
      if (shape === undefined) throw new Error(`no positive eigenvalues in generation ${generation}`);
      const steps = Array.from({ length: 8 }, () =>
        stretch(
          shape,
          Float64Array.from({ length: 5 }, () => rng.normal()),
        ),
      );
      distribution = updateDistribution(distribution, shape, steps, parameters);
    }
    expect(Math.log10(distribution.sigma)).toBeLessThan(2);
    expect(Math.log10(distribution.sigma)).toBeGreaterThan(-2);
  });
});

describe('the shape of a covariance', () => {
  it('stretches standard normals, and whitening takes the stretch back', () => {
    const covariance = [4, 1, 0.5, 3, 0.2, 2];
    const shape = decompose(covariance, 3);
    if (shape === undefined) throw new Error('not positive definite');
    const full = toFull(covariance, 3);
    const units = [0, 1, 2].map((k) =>
      stretch(
        shape,
        Float64Array.from([0, 1, 2], (i) => (i === k ? 1 : 0)),
      ),
    );
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        const product = units.reduce((sum, column) => sum + (column[i] ?? 0) * (column[j] ?? 0), 0);
        expect(product).toBeCloseTo(full[i * 3 + j] ?? 0, 12);
      }
    }
    const y = [0.3, -1.2, 0.8];
    const white = whiten(shape, y);
    // |C^(−½)·y|² = yᵀ·C⁻¹·y: applied twice and multiplied by C it is y again.
    const inverse = whiten(shape, white);
    y.forEach((value, i) => {
      expect(inverse.reduce((sum, x, j) => sum + (full[i * 3 + j] ?? 0) * x, 0)).toBeCloseTo(value, 12);
    });
  });

  it('says that a matrix is not positive definite', () => {
    expect(decompose([1, 2, 1], 2)).toBeUndefined();
    expect(decompose([1, Number.NaN, 1], 2)).toBeUndefined();
  });
});
