import { compareTrials, type RankedTrial } from '../../history/ranked-trial.js';
import type { Axes } from './axes.js';
import { deviation } from './search-distribution.js';
import type { Progress, Run, RunEnd } from './state.js';

/** Flat generations in a row after which a run has seen its plateau. */
const mostFlat = 5;
/** In ranges; a larger standard deviation is no search any more. */
const largest = 1e3;

/** Why a run should end now, if it should. By ranks but for rounding: the same for f and for exp f. */
export function runEnd(run: Run, axes: Axes, tolerance: number): RunEnd | undefined {
  const { numeric, generation, population, best, median, flat } = run;
  const deviations = axes.numeric.map((_, i) => deviation(numeric, i));
  const continuous = deviations.filter((_, i) => axes.numeric[i]?.stepped === false);
  if (continuous.length > 0 && continuous.every((each) => each < tolerance)) return 'converged';
  if (!deviations.every((each) => each < largest)) return 'ill-conditioned';
  if (flat >= mostFlat) return 'flat';
  // Neither better samples nor better generations for long (Hansen 2016, appendix B.3).
  const patience = 120 + Math.ceil((30 * axes.numeric.length) / population);
  const since = (progress: Progress | null) => generation - (progress?.generation ?? 0);
  return Math.min(since(best), since(median)) > patience ? 'stagnated' : undefined;
}

/** Whether results from `best` to `worst` are the same to 12 digits. */
export function isFlat(best: RankedTrial, worst: RankedTrial | null): boolean {
  if (worst === null || worst.rank !== best.rank) return false;
  const scale = Math.max(Math.abs(best.loss), Math.abs(worst.loss));
  return compareTrials(best, worst) === 0 || worst.loss - best.loss <= 1e-12 * scale;
}
