import { lowerMillsRatio } from '../../math/normal-distribution.js';
import type { ImprovementCells } from './improvement-cells.js';
import type { LogImprovement } from './log-improvement.js';

const { exp, sqrt } = Math;
const densityAtZero = 1 / sqrt(2 * Math.PI);

/** So many deviations above a level, all of a normal is above it; so many below it, nothing that is a number. */
const surely = 8.5;
const never = -38;

/** What a level's EI, Φ and φ are, side by side. */
const width = 3;

/**
 * An expected hypervolume improvement over some cells: 0 where it underflows. The derivatives that it writes are those of its
 * logarithm. Most levels of a front are many deviations away from a point, and then cost next to nothing.
 */
export function createImprovementVolume({ levels, sides, count }: ImprovementCells): LogImprovement {
  const objectives = levels.length;
  const above = levels.map((own) => new Float64Array(width * own.length));
  const factors = new Float64Array(objectives);
  // `!` in this file: the index stays within the arrays.
  return (means, deviations, slopes) => {
    for (let i = 0; i < objectives; i++) lookAbove(levels[i]!, means[i]!, deviations[i]!, above[i]!);
    if (slopes !== undefined) {
      slopes.means.fill(0);
      slopes.deviations.fill(0);
    }
    let total = 0;
    for (let cell = 0, first = 0; cell < count; cell++, first += 2 * objectives) {
      let volume = 1;
      for (let i = 0, at = first; i < objectives; i++, at += 2) {
        const own = above[i]!;
        const factor = own[width * sides[at]!]! - own[width * sides[at + 1]!]!;
        factors[i] = factor;
        volume *= factor;
      }
      // Not where a box underflows, or rounding makes one of no width negative.
      if (!(volume > 0)) continue;
      total += volume;
      if (slopes === undefined) continue;
      for (let i = 0, at = first; i < objectives; i++, at += 2) {
        const own = above[i]!;
        const lower = width * sides[at]!;
        const upper = width * sides[at + 1]!;
        const share = volume / factors[i]!;
        slopes.means[i]! += share * (own[lower + 1]! - own[upper + 1]!);
        slopes.deviations[i]! += share * (own[lower + 2]! - own[upper + 2]!);
      }
    }
    if (slopes !== undefined) {
      for (let i = 0; i < objectives; i++) {
        slopes.means[i]! /= total;
        slopes.deviations[i]! /= total;
      }
    }
    return total;
  };
}

/** For each level E[max(0, f − level)], and its derivatives with respect to the mean and the deviation of f: Φ and φ. */
function lookAbove(levels: Float64Array, mean: number, deviation: number, into: Float64Array): void {
  for (let i = 0, at = 0; i < levels.length; i++, at += width) {
    const distance = mean - levels[i]!;
    const z = distance / deviation;
    if (z > surely) {
      into[at] = distance;
      into[at + 1] = 1;
      into[at + 2] = 0;
    } else if (z > never) {
      const x = z < 0 ? z : -z;
      const density = densityAtZero * exp(-0.5 * x * x);
      const ratio = lowerMillsRatio(x);
      const below = deviation * density * (1 + x * ratio);
      into[at] = z < 0 ? below : distance + below;
      into[at + 1] = z < 0 ? density * ratio : 1 - density * ratio;
      into[at + 2] = density;
    } else {
      into[at] = 0;
      into[at + 1] = 0;
      into[at + 2] = 0;
    }
  }
}
