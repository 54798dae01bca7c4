import { logStandardImprovement, logStandardImprovementSlope } from '../../math/log-improvement.js';
import type { ImprovementCells } from './improvement-cells.js';
import { createImprovementVolume } from './improvement-volume.js';
import type { LogImprovement } from './log-improvement.js';
import { createLogVolume } from './log-volume.js';

const { log } = Math;

/** Below this, too many boxes may have underflowed. */
const smallestVolume = 1e-200;

/**
 * The log of the expected hypervolume improvement over some cells (Yang et al. 2019; logarithmic as in Ament et al. 2023).
 * What a box adds in one objective is E[max(0, min(f, upper) − lower)] = EI(lower) − EI(upper), and the product of these in
 * all. It is computed as it stands where it is a number to speak of, and far from any improvement in logarithms. With one
 * objective, and so one box without upper side, it is the log expected improvement.
 */
export function createLogImprovement(cells: ImprovementCells): LogImprovement {
  const [first] = cells.levels;
  // `!`: a single objective has a single box.
  if (first !== undefined && cells.levels.length === 1) return singleImprovement(first[cells.sides[0]!]!);
  const volume = createImprovementVolume(cells);
  let logVolume: LogImprovement | undefined;
  return (means, deviations, slopes) => {
    const value = volume(means, deviations, slopes);
    if (value > smallestVolume) return log(value);
    logVolume ??= createLogVolume(cells);
    return logVolume(means, deviations, slopes);
  };
}

// `!` below: one mean and one deviation.

function singleImprovement(best: number): LogImprovement {
  return (means, deviations, slopes) => {
    const deviation = deviations[0]!;
    const z = (means[0]! - best) / deviation;
    if (slopes !== undefined) {
      const slope = logStandardImprovementSlope(z);
      slopes.means[0] = slope / deviation;
      slopes.deviations[0] = (1 - z * slope) / deviation;
    }
    return log(deviation) + logStandardImprovement(z);
  };
}
