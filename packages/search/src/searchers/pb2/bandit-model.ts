import { factorRows } from '../../math/linear-algebra/cholesky.js';
import { rowStart, triangleLength } from '../../math/linear-algebra/packed-triangle.js';
import { solveLower } from '../../math/linear-algebra/triangular-solve.js';
import { type BanditKernel, covariance, fitKernel } from './bandit-kernel.js';
import { type SliceRow, squaredDistance } from './slice-rows.js';

export interface Observed {
  readonly rows: readonly SliceRow[];
  /** Standardised gains. */
  readonly values: Float64Array;
  /** Slices that are running: they make what is near them less uncertain. */
  readonly running: readonly SliceRow[];
  readonly categorical: Uint8Array;
}

/** A Gaussian process of gains that forgets old slices (Parker-Holder et al. 2020, §4.2). */
export interface BanditModel {
  readonly kernel: BanditKernel;
  /** The mean given what is observed; the standard deviation as if the running slices were, too. */
  predict(row: SliceRow): { readonly mean: number; readonly deviation: number };
}

export function fitBandit({ rows, values, running, categorical }: Observed): BanditModel {
  const all = [...rows, ...running];
  const squaredDistances = new Float64Array(triangleLength(all.length));
  const slicesBetween = new Float64Array(squaredDistances.length);
  // `!` below: the index stays within the arrays.
  for (let i = 0, at = 0; i < all.length; i++) {
    for (let j = 0; j <= i; j++, at++) {
      squaredDistances[at] = squaredDistance(all[i]!, all[j]!, categorical);
      slicesBetween[at] = Math.abs(all[i]!.slice - all[j]!.slice);
    }
  }
  const observed = triangleLength(rows.length);
  const kernel = fitKernel({
    squaredDistances: squaredDistances.subarray(0, observed),
    slicesBetween: slicesBetween.subarray(0, observed),
    values,
  });
  const factor = squaredDistances.map((squared, at) => covariance(kernel, squared, slicesBetween[at]!));
  for (let i = 0; i < all.length; i++) factor[rowStart(i) + i]! += kernel.noise;
  factorRows(factor, { from: 0, to: all.length, smallestPivot: kernel.noise / 2 });
  const whitened = Float64Array.from(values);
  solveLower(factor, rows.length, whitened);
  const solved = new Float64Array(all.length);
  return {
    kernel,
    predict(row) {
      for (const [i, other] of all.entries()) {
        solved[i] = covariance(kernel, squaredDistance(row, other, categorical), Math.abs(row.slice - other.slice));
      }
      solveLower(factor, all.length, solved);
      let mean = 0;
      for (let i = 0; i < whitened.length; i++) mean += solved[i]! * whitened[i]!;
      let variance = kernel.scale;
      for (let i = 0; i < solved.length; i++) variance -= solved[i]! * solved[i]!;
      return { mean, deviation: Math.sqrt(Math.max(0, variance)) };
    },
  };
}
