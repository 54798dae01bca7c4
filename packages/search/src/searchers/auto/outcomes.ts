import type { FinishedTrial, HistoryFold, Objective } from '@cambium/core';
import { lossVector } from '../../history/loss-vector.js';

interface Outcomes {
  /** Losses of every complete, feasible trial, one after the other. */
  readonly losses: number[];
  /** By number of the trial, in [0, 1]; 0 for one that measured nothing or broke a constraint. */
  readonly byNumber: Map<number, number>;
}

/** For each trial the share of those told before that did not beat it, which is to be better in all objectives. */
export const outcomes: HistoryFold<Outcomes> = {
  start: () => ({ losses: [], byNumber: new Map() }),
  add({ losses, byNumber }, trial, { objectives }) {
    const own = feasibleLosses(trial, objectives);
    if (own === undefined) return { losses, byNumber: byNumber.set(trial.number, 0) };
    const before = losses.length / own.length;
    let beating = 0;
    for (let row = 0; row < losses.length; row += own.length) {
      if (own.every((loss, i) => (losses[row + i] as number) < loss)) beating += 1;
    }
    losses.push(...own);
    return { losses, byNumber: byNumber.set(trial.number, before === 0 ? 0.5 : 1 - beating / before) };
  },
};

function feasibleLosses({ state, violation, values }: FinishedTrial, objectives: readonly Objective[]) {
  return state === 'complete' && violation === 0 ? lossVector(values, objectives) : undefined;
}
