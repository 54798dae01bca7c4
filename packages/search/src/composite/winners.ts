import type { FinishedTrial, Objective } from '@cambium/core';
import { lossVector } from '../history/loss-vector.js';
import { compareTrials, rankTrial } from '../history/ranked-trial.js';
import { farthestFirst } from '../math/pareto/farthest-first.js';
import { lossesOf } from '../math/pareto/losses.js';
import { nonDominatedRanks } from '../math/pareto/non-dominated-ranks.js';

/**
 * The best trials, of different designs by `keyOf`: with one objective in their order, with several spread over the first
 * fronts. Trials that ended early or break a constraint are taken only where no other measured anything. Empty when none did.
 */
export function winnersOf(
  trials: readonly FinishedTrial[],
  objectives: readonly Objective[],
  { count, keyOf }: { readonly count: number; readonly keyOf: (trial: FinishedTrial) => string },
): readonly FinishedTrial[] {
  const ranked = trials
    .flatMap((trial) => {
      const rank = rankTrial(trial, objectives);
      return rank === undefined ? [] : [{ trial, rank }];
    })
    .sort((a, b) => compareTrials(a.rank, b.rank) || a.trial.number - b.trial.number);
  const whole = ranked.filter(({ rank }) => rank.rank === 'full').map(({ trial }) => trial);
  if (whole.length === 0)
    return distinct(
      ranked.map(({ trial }) => trial),
      keyOf,
    ).slice(0, count);
  if (objectives.length === 1) return distinct(whole, keyOf).slice(0, count);
  return distinct(spread(whole, objectives), keyOf).slice(0, count);
}

/** Front after front, each in an order of which every beginning is spread out. */
function spread(trials: readonly FinishedTrial[], objectives: readonly Objective[]): FinishedTrial[] {
  const measured = trials.flatMap((trial) => {
    const losses = lossVector(trial.values, objectives);
    return losses === undefined ? [] : [{ trial, losses }];
  });
  const losses = lossesOf(
    measured.map((each) => each.losses),
    objectives.length,
  );
  const ranks = nonDominatedRanks(losses);
  const fronts = [...new Set(ranks)].sort((a, b) => a - b);
  return fronts.flatMap((front) => {
    const rows = measured.flatMap((_, row) => (ranks[row] === front ? [row] : []));
    return [...farthestFirst(losses, rows)].flatMap((row) => measured[row]?.trial ?? []);
  });
}

function distinct(trials: readonly FinishedTrial[], keyOf: (trial: FinishedTrial) => string): FinishedTrial[] {
  const keys = new Set<string>();
  return trials.filter((trial) => {
    const key = keyOf(trial);
    return !keys.has(key) && keys.add(key);
  });
}
