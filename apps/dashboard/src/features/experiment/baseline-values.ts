import { baselinePolicy } from '@cambium/core';
import type { TrialRowFragment } from '@cambium/graphql';
import type { BaselineValue } from '@cambium/ui';
import { toTrialRow } from '../../lib/trial-row.js';

/** What each baseline has reached in the first objective: its newest complete trial, that of the best design in the end. */
export function baselineValues(trials: readonly TrialRowFragment[]): readonly BaselineValue[] {
  const byPolicy = new Map<string, BaselineValue>();
  for (const { params, mode, state, values } of trials.map(toTrialRow)) {
    const policy = baselinePolicy({ params, mode });
    const value = values?.[0];
    if (policy !== undefined && state === 'complete' && value !== undefined) byPolicy.set(policy, { policy, value });
  }
  return [...byPolicy.values()];
}
