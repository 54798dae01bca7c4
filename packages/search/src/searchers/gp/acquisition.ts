import type { GaussianProcess } from '../../math/gaussian-process/gaussian-process.js';
import type { ImprovementCells } from './improvement-cells.js';
import { createLogImprovement } from './log-expected-improvement.js';
import { type Limit, logFeasibility } from './log-feasibility.js';
import type { ImprovementSlopes } from './log-improvement.js';

export interface AcquisitionParts {
  /** Of independent objectives, all with as many samples. */
  readonly objectives: readonly GaussianProcess[];
  /** What would be an improvement, for each sample; none where nothing is feasible yet, and feasibility is all that counts. */
  readonly cells: readonly ImprovementCells[];
  readonly limits: readonly Limit[];
}

/** What is to be maximised: log expected improvement plus the log probability that all limits hold. */
export interface Acquisition {
  valuesAt(rows: readonly Float64Array[]): Float64Array;
  /** Gives the value, and writes its derivatives with respect to the row's numeric columns. */
  slopesAt(row: Float64Array, slopes: Float64Array): number;
}

const { exp, log, max, sqrt } = Math;

/** Deviations are not allowed to be less: where the function is known for sure, improvement is 0, and its log −∞. */
const smallestDeviation = 1e-9;

export function createAcquisition({ objectives, cells, limits }: AcquisitionParts): Acquisition {
  const samples = max(1, cells.length);
  const improving = cells.length > 0;
  const improvements = cells.map(createLogImprovement);
  const means = objectives.map(() => new Float64Array(4 * samples));
  const variances = objectives.map(() => new Float64Array(4));
  const deviations = new Float64Array(objectives.length);
  const point = new Float64Array(objectives.length);
  const terms = new Float64Array(samples);
  // `!` in this function: the index stays within the arrays.

  /** Log of the mean improvement over the samples; the means of sample s are at stride·s + side. */
  const improvement = (stride: number, side: number, slopesOf?: (sample: number) => ImprovementSlopes) => {
    for (const [m, variance] of variances.entries()) deviations[m] = max(smallestDeviation, sqrt(variance[side]!));
    for (let s = 0; s < samples; s++) {
      for (const [m, mean] of means.entries()) point[m] = mean[stride * s + side]!;
      terms[s] = improvements[s]!(point, deviations, slopesOf?.(s));
    }
    return logMeanExp(terms);
  };
  const predictOne = (row: Float64Array) => {
    if (improving) for (const [m, gp] of objectives.entries()) variances[m]![0] = gp.predict(row, means[m]!);
  };

  return {
    valuesAt(rows) {
      const values = new Float64Array(rows.length);
      const improvable = improving ? rows.length : 0;
      for (let first = 0; first < improvable; first += 4) {
        const four = rows.slice(first, first + 4);
        for (const [m, gp] of objectives.entries()) gp.predictFour(four, means[m]!, variances[m]!);
        for (let side = 0; side < 4 && first + side < improvable; side++) values[first + side] = improvement(4, side);
      }
      for (const limit of limits) {
        for (const [i, row] of rows.entries()) values[i]! += logFeasibility(limit, row);
      }
      return values;
    },
    slopesAt(row, slopes) {
      slopes.fill(0);
      let value = 0;
      if (improving) {
        predictOne(row);
        const perSample = Array.from({ length: samples }, () => ({
          means: new Float64Array(objectives.length),
          deviations: new Float64Array(objectives.length),
        }));
        value = improvement(1, 0, (sample) => perSample[sample]!);
        for (const [m, gp] of objectives.entries()) {
          let byVariance = 0;
          const weights = new Float64Array(samples);
          for (const [s, own] of perSample.entries()) {
            const share = exp(terms[s]! - value) / samples;
            weights[s] = share * own.means[m]!;
            byVariance += (share * own.deviations[m]!) / (2 * deviations[m]!);
          }
          gp.addSlopes(weights, byVariance, slopes);
        }
      }
      for (const limit of limits) value += logFeasibility(limit, row, slopes);
      return value;
    },
  };
}

function logMeanExp(terms: Float64Array): number {
  if (terms.length === 1) return terms[0]!;
  let most = -Infinity;
  for (const term of terms) most = max(most, term);
  if (most === -Infinity) return most;
  let sum = 0;
  for (const term of terms) sum += exp(term - most);
  return most + log(sum / terms.length);
}
