import type { FinishedTrial, Objective, Params } from '@cambium/core';
import { goodCount } from './weights.js';

/** What the model keeps of a finished trial. */
export interface Observation {
  readonly number: number;
  readonly params: Params;
  /** 0: complete. 1: pruned. 2: breaks a constraint. */
  readonly rank: 0 | 1 | 2;
  /** Less is better; null when nothing finite was measured. */
  readonly loss: number | null;
  readonly lastStep: number;
  readonly violation: number;
}

/** Undefined for trials that say nothing: failed, cancelled, or complete without a finite value. */
export function observe(trial: FinishedTrial, objectives: readonly Objective[]): Observation | undefined {
  const { number, params, state, lastStep, violation } = trial;
  if (state === 'failed' || state === 'cancelled') return undefined;
  const rank = violation > 0 || state === 'infeasible' ? 2 : state === 'pruned' ? 1 : 0;
  const value = trial.values?.[0] ?? Number.NaN;
  const loss = Number.isFinite(value) ? (objectives[0]?.direction === 'maximize' ? -value : value) : null;
  if (rank === 0 && loss === null) return undefined;
  return { number, params, rank, loss, lastStep, violation };
}

export interface Split {
  /** Both in the order of trial numbers. */
  readonly good: readonly Params[];
  readonly others: readonly Params[];
}

/**
 * The best tenth against the rest. Complete trials by value, then pruned ones (further is better, then the value), then
 * those that break constraints by how much. Pending trials count as bad, so that parallel trials spread (constant liar).
 */
export function splitObservations(
  observations: readonly Observation[],
  pending: readonly { number: number; params: Params }[],
): Split {
  const ranked = [...observations].sort(compareObservations);
  const count = goodCount(ranked.length);
  return {
    good: byNumber(ranked.slice(0, count)),
    others: byNumber([...ranked.slice(count), ...pending]),
  };
}

function compareObservations(a: Observation, b: Observation): number {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.rank === 2) return a.violation - b.violation;
  if (a.rank === 1 && a.lastStep !== b.lastStep) return b.lastStep - a.lastStep;
  const [left, right] = [a.loss ?? Infinity, b.loss ?? Infinity];
  return left < right ? -1 : left > right ? 1 : 0;
}

function byNumber(trials: readonly { number: number; params: Params }[]): Params[] {
  return [...trials].sort((a, b) => a.number - b.number).map(({ params }) => params);
}
