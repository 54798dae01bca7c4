import type { Experiment } from '@cambium/core';

/**
 * Milliseconds until the budget is spent at the experiment's pace so far; null before its first trial has ended and
 * whenever it is not searching. Infeasible trials cost no budget.
 */
export function timeLeft({ state, phase, counts, maxTrials, startedAt }: Experiment, now: number): number | null {
  if (state !== 'running' || phase !== 'search' || startedAt === null) return null;
  const ended = counts.complete + counts.pruned + counts.failed + counts.cancelled;
  if (ended === 0) return null;
  return Math.max(0, ((now - startedAt) / ended) * (maxTrials - ended));
}
