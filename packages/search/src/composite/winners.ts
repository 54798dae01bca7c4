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
  const all = ranked.map(({ trial }) => trial);
  const order = whole.length === 0 ? all : objectives.length === 1 ? whole : spread(whole, objectives);
  return distinct(order, { count, keyOf });
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

/** The first `count` of different keys. */
function distinct(
  trials: readonly FinishedTrial[],
  { count, keyOf }: { readonly count: number; readonly keyOf: (trial: FinishedTrial) => string },
): FinishedTrial[] {
  const found = new Map<string, FinishedTrial>();
  for (const trial of trials) {
    if (found.size === count) break;
    const key = keyOf(trial);
    if (!found.has(key)) found.set(key, trial);
  }
  return [...found.values()];
}
