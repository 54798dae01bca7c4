import { fromFull, identityTriangle, type Shape, type Triangle, toFull, whiten } from './covariance.js';
import type { StrategyParameters } from './strategy-parameters.js';

/**
 * N(m, (σ·A)²·C) on the coordinates of the numeric parameters, and what adapts it. A type, not an interface: only then
 * is it assignable to `Json`.
 */
export type SearchDistribution = {
  /** m. */
  readonly mean: readonly number[];
  /** σ: the step size. */
  readonly sigma: number;
  /** C. */
  readonly covariance: Triangle;
  /** p_σ and p_c: evolution paths. */
  readonly sigmaPath: readonly number[];
  readonly covariancePath: readonly number[];
  /** Diagonal of A: above 1 where a margin keeps the neighbours of a stepped value within reach. */
  readonly scale: readonly number[];
  /** How often it was updated. */
  readonly generation: number;
};

export function startDistribution(mean: readonly number[], sigma: number): SearchDistribution {
  const zeros = mean.map(() => 0);
  return {
    mean,
    sigma,
    covariance: identityTriangle(mean.length),
    sigmaPath: zeros,
    covariancePath: zeros,
    scale: mean.map(() => 1),
    generation: 0,
  };
}

/**
 * One generation of (μ/μ_w, λ)-CMA-ES with active covariance update (Hansen 2016, arXiv:1604.00772, figure 6).
 * `steps`: y = A⁻¹·(x − m)/σ of λ samples, best first; `shape`: of the covariance.
 */
export function updateDistribution(
  before: SearchDistribution,
  shape: Shape,
  steps: readonly ArrayLike<number>[],
  parameters: StrategyParameters,
): SearchDistribution {
  const { dimension: n, parents, weights, effectiveParents, expectedLength } = parameters;
  const { covariancePathRate: cc, sigmaPathRate: cs, damping } = parameters;
  const generation = before.generation + 1;
  const shift = weightedSum(steps.slice(0, parents), weights, n);
  const white = whiten(shape, shift);
  const sigmaStep = Math.sqrt(cs * (2 - cs) * effectiveParents);
  const sigmaPath = before.sigmaPath.map((p, i) => (1 - cs) * p + sigmaStep * (white[i] ?? 0));
  const length = norm(sigmaPath);
  // Stalls p_c after a large increase of p_σ: a step size far too small would blow up the covariance instead.
  const stalled = length / Math.sqrt(1 - (1 - cs) ** (2 * generation)) >= (1.4 + 2 / (n + 1)) * expectedLength;
  const covarianceStep = stalled ? 0 : Math.sqrt(cc * (2 - cc) * effectiveParents);
  const covariancePath = before.covariancePath.map((p, i) => (1 - cc) * p + covarianceStep * (shift[i] ?? 0));
  return {
    mean: before.mean.map((m, i) => m + before.sigma * (before.scale[i] ?? 1) * (shift[i] ?? 0)),
    sigma: before.sigma * Math.exp(Math.min(1, (cs / damping) * (length / expectedLength - 1))),
    covariance: updateCovariance(before.covariance, { shape, steps, parameters, covariancePath, stalled }),
    sigmaPath,
    covariancePath,
    scale: before.scale,
    generation,
  };
}

/** Standard deviation of coordinate i: σ·A_ii·√C_ii. */
export function deviation({ covariance, mean, sigma, scale }: SearchDistribution, i: number): number {
  const variance = covariance[i * mean.length - (i * (i - 1)) / 2] ?? 1;
  return sigma * (scale[i] ?? 1) * Math.sqrt(variance);
}

interface CovarianceUpdate {
  readonly shape: Shape;
  readonly steps: readonly ArrayLike<number>[];
  readonly parameters: StrategyParameters;
  readonly covariancePath: readonly number[];
  readonly stalled: boolean;
}

function updateCovariance(
  triangle: Triangle,
  { shape, steps, parameters, covariancePath, stalled }: CovarianceUpdate,
): number[] {
  const { dimension: n, weights, rankOneRate: c1, rankMuRate: cmu, covariancePathRate: cc } = parameters;
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0);
  const kept = 1 - c1 - cmu * weightSum + (stalled ? c1 * cc * (2 - cc) : 0);
  const covariance = toFull(triangle, n).map((value) => kept * value);
  addOuter(covariance, covariancePath, c1);
  steps.forEach((step, rank) => {
    const weight = weights[rank] ?? 0;
    // A bad step's length says nothing: all are shrunk to one length, so that the covariance stays positive definite.
    const factor = weight >= 0 ? 1 : n / norm(whiten(shape, step)) ** 2;
    if (factor < Infinity) addOuter(covariance, step, cmu * weight * factor);
  });
  return fromFull(covariance, n);
}

function weightedSum(steps: readonly ArrayLike<number>[], weights: Float64Array, n: number): Float64Array {
  const sum = new Float64Array(n);
  steps.forEach((step, rank) => {
    for (let i = 0; i < n; i++) sum[i] = (sum[i] ?? 0) + (weights[rank] ?? 0) * (step[i] ?? 0);
  });
  return sum;
}

/** `matrix` += `factor`·v·vᵀ. */
function addOuter(matrix: Float64Array, vector: ArrayLike<number>, factor: number): void {
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    const scaled = factor * (vector[i] ?? 0);
    for (let j = 0; j < n; j++) matrix[i * n + j] = (matrix[i * n + j] ?? 0) + scaled * (vector[j] ?? 0);
  }
}

function norm(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) ** 2;
  return Math.sqrt(sum);
}
