import { logStandardImprovement, logStandardImprovementSlope } from '../../math/log-improvement.js';
import type { ImprovementCells } from './improvement-cells.js';
import type { LogImprovement } from './log-improvement.js';

const { exp, log, log1p, max } = Math;

/** So near to each other are two sides of a box at least, as a share of an expected improvement: against 0/0. */
const thinnest = 1e-12;

/** The log of an expected hypervolume improvement, all in logarithms: right however small it is, and slow. */
export function createLogVolume({ levels, sides, count }: ImprovementCells): LogImprovement {
  const objectives = levels.length;
  const logs = new Float64Array(count);
  // `!` in this file: the index stays within the arrays.
  return (means, deviations, slopes) => {
    const values = levels.map((own, objective) => logsAbove(own, means[objective]!, deviations[objective]!));
    let most = -Infinity;
    for (let cell = 0, at = 0; cell < count; cell++) {
      let sum = 0;
      for (let objective = 0; objective < objectives; objective++, at += 2) {
        const own = values[objective]!;
        const lower = own[sides[at]!]!;
        const upper = own[sides[at + 1]!]!;
        sum += upper === -Infinity ? lower : lower + log1p(-exp(minus(upper, lower)));
      }
      logs[cell] = sum;
      most = max(most, sum);
    }
    let total = 0;
    for (let cell = 0; cell < count; cell++) total += exp(logs[cell]! - most);
    if (slopes !== undefined) {
      slopes.means.fill(0);
      slopes.deviations.fill(0);
      const derivatives = levels.map((own, objective) => slopesAbove(own, means[objective]!, deviations[objective]!));
      for (let cell = 0, at = 0; cell < count; cell++) {
        const share = exp(logs[cell]! - most) / total;
        for (let objective = 0; objective < objectives; objective++, at += 2) {
          const own = values[objective]!;
          const { byMean, byDeviation } = derivatives[objective]!;
          const lower = sides[at]!;
          const upper = sides[at + 1]!;
          const ratio = exp(minus(own[upper]!, own[lower]!));
          const weight = share / (1 - ratio);
          slopes.means[objective]! += weight * (byMean[lower]! - ratio * byMean[upper]!);
          slopes.deviations[objective]! += weight * (byDeviation[lower]! - ratio * byDeviation[upper]!);
        }
      }
    }
    return most + log(total);
  };
}

/** The log of the share that the upper side leaves of the lower side's improvement, always less than 0. */
function minus(upper: number, lower: number): number {
  const difference = upper - lower;
  return difference < -thinnest ? difference : -thinnest;
}

/** Log EI above each level. */
function logsAbove(levels: Float64Array, mean: number, deviation: number): Float64Array {
  const unit = log(deviation);
  const values = new Float64Array(levels.length).fill(-Infinity);
  for (let i = 0; i < levels.length && levels[i]! < Infinity; i++) {
    values[i] = unit + logStandardImprovement((mean - levels[i]!) / deviation);
  }
  return values;
}

/** Its derivatives. */
function slopesAbove(levels: Float64Array, mean: number, deviation: number) {
  const byMean = new Float64Array(levels.length);
  const byDeviation = new Float64Array(levels.length);
  for (let i = 0; i < levels.length && levels[i]! < Infinity; i++) {
    const z = (mean - levels[i]!) / deviation;
    const slope = logStandardImprovementSlope(z);
    byMean[i] = slope / deviation;
    byDeviation[i] = (1 - z * slope) / deviation;
  }
  return { byMean, byDeviation };
}
