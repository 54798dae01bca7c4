import { factorRows } from '../../math/linear-algebra/cholesky.js';
import { invertFactored } from '../../math/linear-algebra/invert-factored.js';
import { rowStart, triangleLength } from '../../math/linear-algebra/packed-triangle.js';
import { solveLower, solveLowerTransposed } from '../../math/linear-algebra/triangular-solve.js';
import { type Differentiable, minimizeBounded } from '../../math/minimize-bounded.js';

const { exp, log } = Math;

/** Of the covariance scale · exp(−d²/length − forgetting·|Δt|): (1 − ε)^(|Δt|/2) with forgetting = −½·log(1 − ε). */
export interface BanditKernel {
  readonly scale: number;
  readonly length: number;
  /** Per slice. */
  readonly forgetting: number;
  readonly noise: number;
}

/** Pairs of observed slices, as packed lower triangles, and the standardised gain of each. */
export interface ObservedPairs {
  readonly squaredDistances: Float64Array;
  readonly slicesBetween: Float64Array;
  readonly values: Float64Array;
}

export function covariance({ scale, length, forgetting }: BanditKernel, squared: number, slices: number): number {
  return scale * exp(-squared / length - forgetting * slices);
}

/** Normal priors on the logarithms of scale, length, forgetting and noise: wide, so that few slices do not mislead. */
const priors = [
  { mean: log(1), deviation: 1 },
  { mean: log(0.5), deviation: 1 },
  { mean: log(0.1), deviation: 1 },
  { mean: log(0.1), deviation: 1 },
] as const;

/** The most probable kernel (MAP), from the means of the priors on. */
export function fitKernel(pairs: ObservedPairs): BanditKernel {
  const start = priors.map(({ mean }) => mean);
  const { x } = minimizeBounded(createLogPosterior(pairs), start, {
    lower: priors.map(({ mean, deviation }) => mean - 4 * deviation),
    upper: priors.map(({ mean, deviation }) => mean + 4 * deviation),
    maxIterations: 40,
    gradientTolerance: 1e-2,
    valueTolerance: 1e-4,
  });
  return kernelAt(x);
}

export function kernelAt(logs: ArrayLike<number>): BanditKernel {
  const [scale = 1, length = 1, forgetting = 0, noise = 1] = Array.from(logs, exp);
  return { scale, length, forgetting, noise };
}

/** Minus the log posterior density as a function of the logarithms (Rasmussen and Williams 2006, eqs. 2.30 and 5.9). */
export function createLogPosterior({ squaredDistances, slicesBetween, values }: ObservedPairs): Differentiable {
  const n = values.length;
  const factor = new Float64Array(triangleLength(n));
  const covariances = new Float64Array(factor.length);
  const inverse = new Float64Array(factor.length);
  const weights = new Float64Array(n);
  // `!` below: the index stays within the arrays.
  return (logs, gradient) => {
    const kernel = kernelAt(logs);
    for (let i = 0; i < factor.length; i++)
      covariances[i] = covariance(kernel, squaredDistances[i]!, slicesBetween[i]!);
    factor.set(covariances);
    for (let i = 0; i < n; i++) factor[rowStart(i) + i]! += kernel.noise;
    factorRows(factor, { from: 0, to: n, smallestPivot: kernel.noise / 2 });
    weights.set(values);
    solveLower(factor, n, weights);
    let minusPosterior = 0;
    for (let i = 0; i < n; i++) minusPosterior += 0.5 * weights[i]! * weights[i]! + log(factor[rowStart(i) + i]!);
    solveLowerTransposed(factor, n, weights);
    invertFactored(factor, n, inverse);
    // −½ tr((ααᵀ − K⁻¹) ∂K) for each logarithm; a pair off the diagonal counts twice.
    gradient.fill(0);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        const at = rowStart(i) + j;
        const pair = (i === j ? 0.5 : 1) * (inverse[at]! - weights[i]! * weights[j]!);
        const slope = pair * covariances[at]!;
        gradient[0]! += slope;
        gradient[1]! += (slope * squaredDistances[at]!) / kernel.length;
        gradient[2]! -= slope * slicesBetween[at]! * kernel.forgetting;
        if (i === j) gradient[3]! += pair * kernel.noise;
      }
    }
    for (const [i, { mean, deviation }] of priors.entries()) {
      const off = (logs[i]! - mean) / deviation;
      minusPosterior += 0.5 * off * off;
      gradient[i]! += off / deviation;
    }
    return minusPosterior;
  };
}
