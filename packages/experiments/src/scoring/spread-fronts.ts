import type { Objective } from '@cambium/core';
import { lossesOf, lossVector, nonDominatedRanks } from '@cambium/search';
import { compareValues } from './compare-values.js';

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
  const rows = byNumber.map(({ values }) => lossVector(values, objectives) ?? []);
  const ranks = nonDominatedRanks(lossesOf(rows, objectives.length));
  for (let rank = 0, left = trials.length; left > 0; rank++) {
    const front = byNumber.filter((_, row) => ranks[row] === rank);
    left -= front.length;
    yield* spread(front, objectives);
  }
}

/** Farthest-first traversal (Gonzalez 1985). */
function* spread<T extends Scored>(front: readonly T[], objectives: readonly Objective[]): Generator<T> {
  const ranges = objectives.map((_, i) => rangeOf(front.map(({ values }) => values[i] ?? 0)));
  const distance = (a: T, b: T) =>
    ranges.reduce((sum, range, i) => sum + (((a.values[i] ?? 0) - (b.values[i] ?? 0)) / range) ** 2, 0);
  let left = front.map((trial) => ({ trial, nearest: Number.POSITIVE_INFINITY }));
  let chosen = front.reduce((best, trial) => (compareValues(trial.values, best.values, objectives) < 0 ? trial : best));
  for (;;) {
    yield chosen;
    left = left
      .filter(({ trial }) => trial !== chosen)
      .map(({ trial, nearest }) => ({ trial, nearest: Math.min(nearest, distance(trial, chosen)) }));
    if (left.length === 0) return;
    chosen = left.reduce((best, other) => (other.nearest > best.nearest ? other : best)).trial;
  }
}

/** 1 where there is none, so that nothing is divided by it. */
function rangeOf(values: readonly number[]): number {
  const least = values.reduce((a, b) => Math.min(a, b));
  return values.reduce((a, b) => Math.max(a, b)) - least || 1;
}
