import { solveLower, solveLowerFour, solveLowerTransposed } from '../linear-algebra/triangular-solve.js';
import type { GrowingFactor } from './growing-factor.js';
import { smallestNoise } from './kernel-parameters.js';

/**
 * The posterior of a function given noisy values at the rows of a factor (Rasmussen and Williams 2006, §2.2), and given
 * samples of what it may be at further, pending rows: then predictions have a mean for each sample, and one variance.
 */
export interface GaussianProcess {
  /** Posterior means at the observed rows: the values without their noise. */
  means(): Float64Array;
  /** Samples that {@link addPending} draws, 1 before that. */
  readonly samples: number;
  /**
   * Draws the function at a pending row once for each of some standard normals, given the samples at the pending rows before
   * it, and conditions what follows on them. Gives the samples. Each call must bring as many normals.
   */
  addPending(row: Float64Array, normals: Float64Array): Float64Array;
  /** Writes the mean of each sample and gives the variance, ≥ 0, of the function without noise. */
  predict(row: Float64Array, means: Float64Array): number;
  /** Adds Σ weightₛ·∂meanₛ + varianceWeight·∂variance, the derivatives with respect to the row of the last `predict`. */
  addSlopes(weights: Float64Array, varianceWeight: number, slopes: Float64Array): void;
  /** The same as a call of `predict` for each of at most four rows: means[4·s + i] and variances[i] for row i. */
  predictFour(rows: readonly Float64Array[], means: Float64Array, variances: Float64Array): void;
}

/** Uses the factor and lends it rows: only one such process of a factor may be in use at a time. */
export function createGaussianProcess(factor: GrowingFactor, values: Float64Array): GaussianProcess {
  const { covariance, parameters, count } = factor;
  const { scale } = parameters;
  // With L⁻¹ applied: predictions are then dot products with L⁻¹ of their covariances.
  const whitened = Float64Array.from(values);
  solveLower(factor.triangle, count, whitened);
  /** The whitened samples at each pending row are the normals themselves. */
  const pending: Float64Array[] = [];
  const scaled = new Float64Array(covariance.width);
  const own = new Float64Array(4);
  let buffers = createBuffers(count);

  const order = () => count + pending.length;
  const covariances = (row: Float64Array) => {
    covariance.scaleRow(row, scaled);
    covariance.evaluate(scaled, factor.rows, order(), { values: buffers.solved, slopes: buffers.slopes });
  };
  // `!` in this file: the index stays within the arrays.
  const predict = (row: Float64Array, means: Float64Array) => {
    covariances(row);
    const { solved } = buffers;
    solveLower(factor.triangle, order(), solved);
    let mean = 0;
    let explained = 0;
    for (let i = 0; i < count; i++) {
      mean += solved[i]! * whitened[i]!;
      explained += solved[i]! * solved[i]!;
    }
    means.fill(mean);
    for (const [j, normals] of pending.entries()) {
      const weight = solved[count + j]!;
      explained += weight * weight;
      for (let s = 0; s < normals.length; s++) means[s]! += weight * normals[s]!;
    }
    return Math.max(0, scale - explained);
  };
  return {
    get samples() {
      return pending[0]?.length ?? 1;
    },
    means() {
      const weights = Float64Array.from(whitened);
      solveLowerTransposed(factor.triangle, count, weights);
      return weights.map((weight, i) => values[i]! - parameters.noise * weight);
    },
    addPending(row, normals) {
      const samples = new Float64Array(normals.length);
      const deviation = Math.sqrt(predict(row, samples) + smallestNoise);
      factor.lend(row, pending.length, smallestNoise);
      pending.push(normals);
      buffers = createBuffers(order());
      return samples.map((mean, s) => mean + deviation * normals[s]!);
    },
    predict,
    addSlopes(weights, varianceWeight, slopes) {
      const { solved, adjoint } = buffers;
      let total = 0;
      for (const weight of weights) total += weight;
      for (let i = 0; i < count; i++) adjoint[i] = total * whitened[i]! - 2 * varianceWeight * solved[i]!;
      for (const [j, normals] of pending.entries()) {
        let sum = -2 * varianceWeight * solved[count + j]!;
        for (let s = 0; s < normals.length; s++) sum += weights[s]! * normals[s]!;
        adjoint[count + j] = sum;
      }
      solveLowerTransposed(factor.triangle, order(), adjoint);
      for (let i = 0; i < adjoint.length; i++) adjoint[i]! *= buffers.slopes[i]!;
      covariance.addSlopes(scaled, factor.rows, adjoint, slopes);
    },
    predictFour(rows, means, variances) {
      const { four, solved } = buffers;
      for (let side = 0; side < 4; side++) {
        const row = rows[side];
        if (row === undefined) solved.fill(0);
        else covariances(row);
        for (let i = 0; i < solved.length; i++) four[4 * i + side] = solved[i]!;
      }
      solveLowerFour(factor.triangle, order(), four);
      sumFour(four, whitened, { means: own, squares: variances });
      for (let s = 0; 4 * s < means.length; s++) means.set(own, 4 * s);
      for (const [j, normals] of pending.entries()) {
        for (let side = 0; side < 4; side++) {
          const weight = four[4 * (count + j) + side]!;
          for (let s = 0; s < normals.length; s++) means[4 * s + side]! += weight * normals[s]!;
        }
      }
      for (let side = 0; side < 4; side++) variances[side] = Math.max(0, scale - variances[side]!);
    },
  };
}

function createBuffers(order: number) {
  return {
    /** Covariances with a row, then L⁻¹ of them. */
    solved: new Float64Array(order),
    slopes: new Float64Array(order),
    adjoint: new Float64Array(order),
    four: new Float64Array(4 * order),
  };
}

/** For each of four interleaved columns, their product with the weights of the first rows, and the sum of all their squares. */
function sumFour(
  four: Float64Array,
  weights: Float64Array,
  { means, squares }: { means: Float64Array; squares: Float64Array },
): void {
  let [mean0, mean1, mean2, mean3] = [0, 0, 0, 0];
  let [square0, square1, square2, square3] = [0, 0, 0, 0];
  for (let at = 0; at < four.length; at += 4) {
    const weight = at < 4 * weights.length ? weights[at >> 2]! : 0;
    const x0 = four[at]!;
    const x1 = four[at + 1]!;
    const x2 = four[at + 2]!;
    const x3 = four[at + 3]!;
    mean0 += x0 * weight;
    mean1 += x1 * weight;
    mean2 += x2 * weight;
    mean3 += x3 * weight;
    square0 += x0 * x0;
    square1 += x1 * x1;
    square2 += x2 * x2;
    square3 += x3 * x3;
  }
  means.set([mean0, mean1, mean2, mean3]);
  squares.set([square0, square1, square2, square3]);
}
