import type { Objective } from '@cambium/core';
import { farthestFirst, lossesOf, lossVector, nonDominatedRanks } from '@cambium/search';

/** What orders trials: `values` has one per objective, all finite. */
export interface Scored {
  readonly number: number;
  readonly values: readonly number[];
}

/**
 * Front by front; within a front spread out: first the best by the first objective, then always the one farthest from
 * those before it, in units of the front's ranges, of equals the one with the lower number. The first few are so a fair
 * choice however the objectives are traded against each other. With one objective: by value, then by number.
 */
export function* spreadFronts<T extends Scored>(trials: readonly T[], objectives: readonly Objective[]): Generator<T> {
  const byNumber = trials.toSorted((a, b) => a.number - b.number);
  const losses = lossesOf(
    byNumber.map(({ values }) => lossVector(values, objectives) ?? []),
    objectives.length,
  );
  const ranks = nonDominatedRanks(losses);
  for (let rank = 0, left = trials.length; left > 0; rank++) {
    const front = [...ranks.keys()].filter((row) => ranks[row] === rank);
    left -= front.length;
    for (const row of farthestFirst(losses, front)) yield byNumber[row] as T;
  }
}
