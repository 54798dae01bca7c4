import { lossesOf } from '../../math/pareto/losses.js';
import { nonDominatedRanks } from '../../math/pareto/non-dominated-ranks.js';
import { selectByHypervolume } from '../../math/pareto/select-by-hypervolume.js';
import type { Observations } from './observations.js';
import { goodCount } from './weights.js';

/** The rows that count as good: the best tenth, 25 at most of one objective. */
export function goodRows(observations: Observations): Int32Array {
  const { outcomes, ranking, complete } = observations;
  const severalObjectives = (outcomes[0]?.losses.length ?? 1) > 1;
  const count = goodCount(outcomes.length, severalObjectives);
  if (!severalObjectives || count >= complete) return ranking.subarray(0, count);
  return firstFronts(observations, count);
}

/** Whole fronts of complete rows while they fit, then the part of the next front with a large hypervolume. */
function firstFronts({ outcomes, ranking, complete }: Observations, count: number): Int32Array {
  const rows = ranking.subarray(0, complete);
  const lossRows = Array.from(rows, (row) => outcomes[row]?.losses ?? []);
  const width = lossRows[0]?.length ?? 0;
  const fronts: number[][] = [];
  for (const [place, rank] of nonDominatedRanks(lossesOf(lossRows, width)).entries()) {
    fronts[rank] ??= [];
    fronts[rank].push(place);
  }
  const chosen: number[] = [];
  for (const front of fronts) {
    const left = count - chosen.length;
    if (front.length <= left) {
      chosen.push(...front);
      continue;
    }
    const losses = front.map((place) => lossRows[place] ?? []);
    const selected = selectByHypervolume(lossesOf(losses, width), referencePoint(losses), left);
    chosen.push(...selected.map((index) => front[index] ?? 0));
    break;
  }
  return Int32Array.from(chosen, (place) => rows[place] ?? 0);
}

/** A little worse than the worst of each loss (as Optuna): 1.1 times it, 0.9 times where that is negative. */
function referencePoint(losses: readonly (readonly number[])[]): number[] {
  return (losses[0] ?? []).map((_, column) => {
    const worst = losses.reduce((most, row) => Math.max(most, row[column] ?? -Infinity), -Infinity);
    return Math.max(1.1 * worst, 0.9 * worst) || 1e-12;
  });
}
