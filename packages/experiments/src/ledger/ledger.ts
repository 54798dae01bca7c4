import type { ExperimentTransaction, FinishedTrial, TrialCounts } from '@cambium/core';

/** One transaction of the ledger at work. */
export interface Ledger {
  readonly tx: ExperimentTransaction;
  /** When it happens: one time for everything in the transaction. */
  readonly now: number;
  /** Ended trials that the searcher has not been told of yet, in the order of their events. */
  untold: FinishedTrial[];
  /** Whether there may be room for new trials. */
  wantsTrials: boolean;
}

/** Waiting and running trials of the search. */
export function pendingCount(counts: TrialCounts): number {
  return counts.waiting + counts.running;
}

/** Trials that the budget counts: infeasible ones never cost a run. */
export function spentCount(counts: TrialCounts): number {
  return pendingCount(counts) + counts.complete + counts.pruned + counts.failed + counts.cancelled;
}
