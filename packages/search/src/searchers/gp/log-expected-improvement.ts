import { logStandardImprovement, logStandardImprovementSlope } from '../../math/log-improvement.js';
import type { ImprovementCells } from './improvement-cells.js';

const { exp, log, log1p, max } = Math;

/** Derivatives of a log expected improvement with respect to each objective's mean and deviation. */
export interface ImprovementSlopes {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** So near to each other are two sides of a box at least, as a share of an expected improvement: against 0/0. */
const thinnest = 1e-12;

/**
 * The log of the expected hypervolume improvement of independent normals over some cells (Yang et al. 2019; logarithmic as
 * in Ament et al. 2023). What a box adds in one objective is E[max(0, min(f, upper) − lower)] = EI(lower) − EI(upper), and
 * the product of these in all. With one objective, and so one box without upper side, it is the log expected improvement.
 */
export function logExpectedImprovement(
  { levels, sides, count }: ImprovementCells,
  means: Float64Array,
  deviations: Float64Array,
  slopes?: ImprovementSlopes,
): number {
  const objectives = levels.length;
  // `!` in this function: the index stays within the arrays.
  if (objectives === 1) return single(levels[0]![sides[0]!]!, means, deviations, slopes);
  const values = levels.map((own, objective) => logsAbove(own, means[objective]!, deviations[objective]!));
  const logs = new Float64Array(count);
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
}

/** The log of the share that the upper side leaves of the lower side's improvement, always less than 0. */
function minus(upper: number, lower: number): number {
  const difference = upper - lower;
  return difference < -thinnest ? difference : -thinnest;
}

function single(best: number, means: Float64Array, deviations: Float64Array, slopes?: ImprovementSlopes): number {
  const deviation = deviations[0]!;
  const z = (means[0]! - best) / deviation;
  if (slopes !== undefined) {
    const slope = logStandardImprovementSlope(z);
    slopes.means[0] = slope / deviation;
    slopes.deviations[0] = (1 - z * slope) / deviation;
  }
  return log(deviation) + logStandardImprovement(z);
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
