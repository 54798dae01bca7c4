import { isOfSearch } from '@cambium/core';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { toTrialRow } from '../../lib/trial-row.js';
import type { ShownTrial } from './view-state.js';

/** A trial of the search that has just ended with values. */
export interface EndedWithValues extends ShownTrial {
  /** One per objective. */
  readonly values: readonly [number, ...number[]];
  /** The step at which it was to end. */
  readonly steps: number;
  /** Whether it can be the best: an ordinary trial that is complete and breaks no constraint. */
  readonly isCandidate: boolean;
}

/** A trial may come again in later batches, for a late report: it ends once. */
export function justEnded({ events, trials }: EventBatch, maxStep: number): readonly EndedWithValues[] {
  const numbers = new Set(events.filter(({ type }) => type === 'trial.finished').map(({ trialNumber }) => trialNumber));
  return trials.map(toTrialRow).flatMap(({ number, state, mode, onFront, fidelity, values, violation }) => {
    const [value, ...others] = values ?? [];
    if (!numbers.has(number) || !isOfSearch({ mode }) || value === undefined) return [];
    if (state !== 'complete' && state !== 'pruned') return [];
    const isCandidate = mode === null && state === 'complete' && (violation ?? 0) === 0;
    const steps = fidelity ?? maxStep;
    return [{ number, state, mode, onFront, values: [value, ...others] as const, steps, isCandidate }];
  });
}
