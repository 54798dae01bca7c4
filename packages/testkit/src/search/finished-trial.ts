import type { FinishedTrial, PendingTrial } from '@cambium/core';

/** A trial that ran to its end; `change` is what else is to be said of it, or said otherwise. */
export function complete(
  pending: PendingTrial,
  values: readonly number[],
  change: Partial<FinishedTrial> = {},
): FinishedTrial {
  const lastStep = pending.fidelity ?? 1;
  return { ...pending, state: 'complete', values, metrics: {}, lastStep, violation: 0, ...change };
}

/** A trial that measured nothing. */
export function endedAs(state: FinishedTrial['state'], pending: PendingTrial): FinishedTrial {
  return { ...pending, state, metrics: {}, lastStep: 0, violation: 0 };
}
