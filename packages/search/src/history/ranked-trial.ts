import type { FinishedTrial, Objective } from '@cambium/core';

/** What comparing finished trials takes. A type, not an interface: only then is it assignable to `Json`. */
export type RankedTrial = {
  readonly number: number;
  /** `full`: ran to its end and holds all constraints. `cut`: pruned. `broken`: a measured constraint is broken. */
  readonly rank: 'full' | 'cut' | 'broken';
  /** The first objective, negated where it is maximised: less is better. */
  readonly loss: number;
  readonly lastStep: number;
  readonly violation: number;
};

const order = { full: 0, cut: 1, broken: 2 } as const;

/** Undefined for a trial without a finite value: nothing can be learnt from it but that it was tried. */
export function rankTrial(trial: FinishedTrial, objectives: readonly Objective[]): RankedTrial | undefined {
  const { number, state, values, lastStep, violation } = trial;
  if (state !== 'complete' && state !== 'pruned') return undefined;
  const value = values?.[0];
  if (value === undefined || !Number.isFinite(value)) return undefined;
  const loss = objectives[0]?.direction === 'maximize' ? -value : value;
  const rank = violation > 0 ? 'broken' : state === 'complete' ? 'full' : 'cut';
  return { number, rank, loss, lastStep, violation };
}

/**
 * Negative when `a` is better. Feasible before infeasible (Deb 2000), there the smaller violation; complete before
 * pruned, there the one that got further; then the loss.
 */
export function compareTrials(a: RankedTrial, b: RankedTrial): number {
  if (a.rank !== b.rank) return order[a.rank] - order[b.rank];
  if (a.rank === 'broken' && a.violation !== b.violation) return a.violation - b.violation;
  if (a.rank === 'cut' && a.lastStep !== b.lastStep) return b.lastStep - a.lastStep;
  return a.loss - b.loss;
}
