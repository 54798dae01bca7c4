import { readFileSync } from 'node:fs';
import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { logStandardImprovement } from '../log-improvement.js';
import type { Columns, Rows } from './columns.js';
import { fitKernel } from './fit-kernel.js';
import { createGaussianProcess, type GaussianProcess } from './gaussian-process.js';
import { createGrowingFactor } from './growing-factor.js';
import { defaultLogParameters, fromLogParameters, logPrior, smallestNoise } from './kernel-parameters.js';
import { createLogPosterior, type Observed } from './log-posterior.js';
import { matern52, matern52Slope } from './matern.js';

type Matrix = readonly (readonly number[])[];
const golden = JSON.parse(readFileSync(new URL('testdata/golden-gaussian-process.json', import.meta.url), 'utf8')) as {
  readonly given: {
    readonly X: Matrix;
    readonly y: readonly number[];
    readonly inv_sq_ls: readonly number[];
    readonly scale: number;
    readonly noise: number;
    readonly mll_without_const: number;
    readonly log_prior: number;
    readonly query: Matrix;
    readonly mean: readonly number[];
    readonly var: readonly number[];
    readonly best: number;
    readonly log_ei: readonly number[];
  };
  readonly fitted: {
    readonly X: Matrix;
    readonly y: readonly number[];
    readonly inverseSquaredLengths: readonly number[];
    readonly scale: number;
    readonly noise: number;
    readonly logPosterior: number;
  };
};

/** The last column is a code. */
function columnsOf(width: number): Columns {
  const scaleOf = Int32Array.from({ length: width }, (_, column) => column);
  return { numeric: width - 1, categorical: 1, scaleOf, scales: width };
}
const rowsOf = (matrix: Matrix): Rows => ({ values: Float64Array.from(matrix.flat()), count: matrix.length });

const { given, fitted } = golden;
const observed: Observed = { columns: columnsOf(3), rows: rowsOf(given.X), values: Float64Array.from(given.y) };
const logParameters = Float64Array.from([
  ...given.inv_sq_ls.map(Math.log),
  Math.log(given.scale),
  Math.log(given.noise - smallestNoise),
]);

function process({ columns, rows, values }: Observed, parameters: Float64Array): GaussianProcess {
  const factor = createGrowingFactor(columns, parameters);
  factor.grow(rows);
  return createGaussianProcess(factor, values);
}

const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.max(1e-3, Math.abs(expected));

describe('against Optuna 5', () => {
  it('has the posterior, and from it the log expected improvement', () => {
    const gp = process(observed, logParameters);
    const mean = new Float64Array(1);
    for (const [i, query] of given.query.entries()) {
      const variance = gp.predict(Float64Array.from(query), mean);
      expect(relative(mean[0] ?? 0, given.mean[i] ?? 0)).toBeLessThan(1e-9);
      expect(relative(variance, given.var[i] ?? 0)).toBeLessThan(1e-9);
      const deviation = Math.sqrt(variance);
      const logImprovement = Math.log(deviation) + logStandardImprovement(((mean[0] ?? 0) - given.best) / deviation);
      expect(relative(logImprovement, given.log_ei[i] ?? 0)).toBeLessThan(1e-6);
    }
  });

  it('has the marginal likelihood and the prior', () => {
    const logPosterior = createLogPosterior(observed);
    expect(relative(logPrior(fromLogParameters(logParameters)), given.log_prior)).toBeLessThan(1e-12);
    const value = -logPosterior(logParameters, new Float64Array(5)) - given.log_prior;
    expect(relative(value, given.mll_without_const)).toBeLessThan(1e-9);
  });

  it('finds the same kernel parameters', () => {
    const data = { columns: columnsOf(4), rows: rowsOf(fitted.X), values: Float64Array.from(fitted.y) };
    const minimum = fitKernel(data, [defaultLogParameters(4)], { maxIterations: 200, gradientTolerance: 1e-6 });
    const { inverseSquaredLengths, scale, noise } = fromLogParameters(minimum.x);
    for (const [i, s] of inverseSquaredLengths.entries()) {
      expect(relative(s, fitted.inverseSquaredLengths[i] ?? 0)).toBeLessThan(1e-4);
    }
    expect(relative(scale, fitted.scale)).toBeLessThan(1e-4);
    expect(relative(noise, fitted.noise)).toBeLessThan(1e-4);
    expect(relative(minimum.value, -fitted.logPosterior)).toBeLessThan(1e-8);
  });
});

describe('the Matérn 5/2 kernel', () => {
  it('has a derivative at distance 0', () => {
    expect(matern52(0)).toBe(1);
    expect(matern52Slope(0)).toBe(-5 / 6);
    for (const distance of [1e-6, 0.1, 2]) {
      const step = distance * 1e-4;
      const difference = (matern52(distance + step) - matern52(distance - step)) / (2 * step);
      expect(relative(matern52Slope(distance), difference)).toBeLessThan(1e-4);
    }
  });
});

/** Rows in the unit cube of two coordinates and a code. */
function randomRows(count: number, seed: number): Matrix {
  const rng = createRng(seed);
  return Array.from({ length: count }, () => [rng.next(), rng.next(), rng.int(3)]);
}

describe('the log posterior', () => {
  it('has the slopes of its differences, shared length scales included', () => {
    const columns: Columns = { numeric: 2, categorical: 1, scaleOf: Int32Array.of(0, 0, 1), scales: 2 };
    const rows = rowsOf(randomRows(12, 1));
    const values = Float64Array.from({ length: 12 }, (_, i) => Math.sin(i));
    const logPosterior = createLogPosterior({ columns, rows, values });
    const at = Float64Array.of(0.7, -0.4, 0.3, -3);
    const slopes = new Float64Array(4);
    logPosterior(at, slopes);
    for (const [i, slope] of slopes.entries()) {
      const shifted = (by: number) => at.map((x, j) => (i === j ? x + by : x));
      const unused = new Float64Array(4);
      const difference = (logPosterior(shifted(1e-5), unused) - logPosterior(shifted(-1e-5), unused)) / 2e-5;
      expect(relative(slope, difference)).toBeLessThan(1e-6);
    }
  });
});

describe('a Gaussian process', () => {
  const gp = process(observed, logParameters);

  it('smooths its observations', () => {
    const mean = new Float64Array(1);
    const smoothed = gp.means();
    for (const [i, row] of given.X.entries()) {
      const variance = gp.predict(Float64Array.from(row), mean);
      expect(smoothed[i]).toBeCloseTo(mean[0] ?? 0, 10);
      expect(variance).toBeGreaterThanOrEqual(0);
    }
  });

  it('takes twenty equal rows', () => {
    const rng = createRng(2);
    const equal = { ...observed, rows: rowsOf(Array.from({ length: 20 }, () => [0.3, 0.6, 1])) };
    const data = { ...equal, values: Float64Array.from({ length: 20 }, () => 1e-7 * rng.normal()) };
    const fit = fitKernel(data, [defaultLogParameters(3)], { maxIterations: 100, gradientTolerance: 1e-4 });
    const degenerate = process(data, fit.x);
    const mean = new Float64Array(1);
    for (const row of [...randomRows(20, 3), [0.3, 0.6, 1]]) {
      const variance = degenerate.predict(Float64Array.from(row), mean);
      expect(Number.isFinite(mean[0])).toBe(true);
      expect(variance).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(variance)).toBe(true);
    }
  });

  it('predicts four rows as it predicts one', () => {
    const withPending = process(observed, logParameters);
    withPending.addPending(Float64Array.of(0.5, 0.5, 1), Float64Array.of(0.3, -1, 2));
    const rows = randomRows(4, 4).map((row) => Float64Array.from(row));
    const means = new Float64Array(12);
    const variances = new Float64Array(4);
    withPending.predictFour(rows, means, variances);
    const single = new Float64Array(3);
    for (const [side, row] of rows.entries()) {
      expect(variances[side]).toBeCloseTo(withPending.predict(row, single), 12);
      for (const [s, mean] of single.entries()) expect(means[4 * s + side]).toBeCloseTo(mean, 12);
    }
  });

  it('has the slopes of its differences', () => {
    const withPending = process(observed, logParameters);
    withPending.addPending(Float64Array.of(0.5, 0.5, 1), Float64Array.of(0.3, -1));
    const weights = Float64Array.of(0.7, -0.2);
    const combined = (row: Float64Array) => {
      const means = new Float64Array(2);
      const variance = withPending.predict(row, means);
      return 0.7 * (means[0] ?? 0) - 0.2 * (means[1] ?? 0) + 3 * variance;
    };
    const row = Float64Array.of(0.4, 0.7, 1);
    combined(row);
    const slopes = new Float64Array(3);
    withPending.addSlopes(weights, 3, slopes);
    for (const column of [0, 1]) {
      const shifted = (by: number) => combined(row.map((x, j) => (j === column ? x + by : x)));
      expect(slopes[column]).toBeCloseTo((shifted(1e-5) - shifted(-1e-5)) / 2e-5, 6);
    }
    expect(slopes[2]).toBe(0);
  });

  it('draws pending values from its posterior, and believes them', () => {
    const row = Float64Array.of(0.6, 0.2, 0);
    const mean = new Float64Array(1);
    const variance = gp.predict(row, mean);
    const conditioned = process(observed, logParameters);
    const samples = conditioned.addPending(row, Float64Array.of(-1, 0, 1));
    expect(samples[1]).toBeCloseTo(mean[0] ?? 0, 12);
    expect(((samples[2] ?? 0) - (samples[0] ?? 0)) / 2).toBeCloseTo(Math.sqrt(variance + smallestNoise), 12);
    const after = new Float64Array(3);
    expect(conditioned.predict(row, after)).toBeLessThan(2 * smallestNoise);
    for (const [s, value] of after.entries()) expect(value).toBeCloseTo(samples[s] ?? 0, 4);
  });

  it('is on average what it was without its pending rows, and surer', () => {
    const conditioned = process(observed, logParameters);
    conditioned.addPending(Float64Array.of(0.6, 0.2, 0), Float64Array.of(-1, 1));
    conditioned.addPending(Float64Array.of(0.7, 0.3, 0), Float64Array.of(0.4, -0.4));
    const before = new Float64Array(1);
    const after = new Float64Array(2);
    for (const row of randomRows(10, 5).map((row) => Float64Array.from(row))) {
      const variance = gp.predict(row, before);
      expect(conditioned.predict(row, after)).toBeLessThanOrEqual(variance + 1e-12);
      expect(((after[0] ?? 0) + (after[1] ?? 0)) / 2).toBeCloseTo(before[0] ?? 0, 10);
    }
  });
});
