import { factorRows } from '../linear-algebra/cholesky.js';
import { invertFactored } from '../linear-algebra/invert-factored.js';
import { rowStart, triangleLength } from '../linear-algebra/packed-triangle.js';
import { solveLower, solveLowerTransposed } from '../linear-algebra/triangular-solve.js';
import type { Differentiable } from '../minimize-bounded.js';
import { type Columns, columnCount, type Rows } from './columns.js';
import { createCovariance } from './covariance.js';
import { fromLogParameters, logPrior, smallestNoise, subtractPriorSlopes } from './kernel-parameters.js';

const { log } = Math;

/** Inputs and what was observed there, standardised. */
export interface Observed {
  readonly columns: Columns;
  readonly rows: Rows;
  readonly values: Float64Array;
}

/**
 * Minus the log posterior density of kernel parameters, as a function of the LogParameters and without its constant: minus
 * the log marginal likelihood (Rasmussen and Williams 2006, eq. 2.30, derivatives by eq. 5.9) minus the log prior. Keeps its
 * matrices from call to call. n³/2 multiplications for n rows.
 */
export function createLogPosterior({ columns, rows, values }: Observed): Differentiable {
  const n = rows.count;
  const width = columnCount(columns);
  const { numeric, scaleOf, scales } = columns;
  const scaled = new Float64Array(n * width);
  const covariances = new Float64Array(triangleLength(n));
  const slopes = new Float64Array(covariances.length);
  const factor = new Float64Array(covariances.length);
  const inverse = new Float64Array(covariances.length);
  const weights = new Float64Array(n);
  return (logParameters, gradient) => {
    const parameters = fromLogParameters(logParameters);
    const { inverseSquaredLengths, noise } = parameters;
    const covariance = createCovariance(columns, parameters);
    for (let i = 0; i < n; i++) {
      covariance.scaleRow(rows.values.subarray(i * width), scaled, i * width);
      covariance.evaluate(scaled.subarray(i * width), scaled, i + 1, {
        values: covariances.subarray(rowStart(i)),
        slopes: slopes.subarray(rowStart(i)),
      });
    }
    factor.set(covariances);
    for (let i = 0; i < n; i++) factor[rowStart(i) + i]! += noise;
    factorRows(factor, { from: 0, to: n, smallestPivot: noise / 2 });
    weights.set(values);
    solveLower(factor, n, weights);
    let minusLikelihood = 0;
    for (let i = 0; i < n; i++) minusLikelihood += 0.5 * weights[i]! * weights[i]! + log(factor[rowStart(i) + i]!);
    solveLowerTransposed(factor, n, weights);
    invertFactored(factor, n, inverse);
    // −½ tr((ααᵀ − K⁻¹) ∂K) for each parameter; a pair off the diagonal counts twice.
    gradient.fill(0);
    let byScale = 0;
    let byNoise = 0;
    for (let i = 0; i < n; i++) {
      const own = rowStart(i);
      const first = i * width;
      for (let j = 0, second = 0; j < i; j++, second += width) {
        const pair = inverse[own + j]! - weights[i]! * weights[j]!;
        byScale += pair * covariances[own + j]!;
        const slope = pair * slopes[own + j]!;
        for (let column = 0; column < numeric; column++) {
          const difference = scaled[first + column]! - scaled[second + column]!;
          gradient[scaleOf[column]!]! += slope * difference * difference;
        }
        for (let column = numeric; column < width; column++) {
          if (scaled[first + column] === scaled[second + column]) continue;
          gradient[scaleOf[column]!]! += slope * inverseSquaredLengths[scaleOf[column]!]!;
        }
      }
      const single = 0.5 * (inverse[own + i]! - weights[i]! * weights[i]!);
      byScale += single * covariances[own + i]!;
      byNoise += single;
    }
    gradient[scales]! += byScale;
    gradient[scales + 1]! += byNoise * (noise - smallestNoise);
    subtractPriorSlopes(parameters, gradient);
    return minusLikelihood - logPrior(parameters);
  };
}
