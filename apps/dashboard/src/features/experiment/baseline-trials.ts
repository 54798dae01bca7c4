import { baselinePolicy } from '@cambium/core';
import type { TrialRowFragment } from '@cambium/graphql';
import { toTrialRow } from '../../lib/trial-row.js';

/** What a baseline has reached. */
export interface BaselineTrial {
  /** Name of a published policy. */
  readonly policy: string;
  readonly number: number;
  /** One per objective. */
  readonly values: readonly number[];
}

/** The published policy of a baseline's trial. */
export const policyOf = (trial: TrialRowFragment) => baselinePolicy(toTrialRow(trial));

/** The newest complete trial of each baseline: in the end that of the best design. */
export function baselineTrials(trials: readonly TrialRowFragment[]): readonly BaselineTrial[] {
  const byPolicy = new Map<string, BaselineTrial>();
  for (const trial of trials) {
    const policy = policyOf(trial);
    const { state, number, values } = trial;
    if (policy !== undefined && state === 'complete' && values !== null)
      byPolicy.set(policy, { policy, number, values });
  }
  return [...byPolicy.values()];
}
