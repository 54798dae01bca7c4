import type { AugmentationPolicy } from '@cambium/core';
import { expectedSteps } from './expected-steps.js';
import type { ExpectedStep } from './policy-kind.js';

/** A part of the training in which a policy does not change, and what it does there. */
export interface PolicyPhase {
  /** Where it begins, as a share of the training in [0, 1). */
  readonly from: number;
  readonly ops: readonly ExpectedStep[];
}

/** The parts of the training between which a policy changes; one for a policy that stays as it is. */
export function policyPhases(policy: AugmentationPolicy): readonly PolicyPhase[] {
  const starts = [...new Set([0, ...startsOf(policy)])].sort((a, b) => a - b);
  return starts.map((from) => ({ from, ops: expectedSteps(policy, from) }));
}

function startsOf(policy: AugmentationPolicy): readonly number[] {
  switch (policy.kind) {
    case 'schedule':
      return policy.phases.flatMap(({ from, policy: inner }) => [from, ...startsOf(inner)]);
    case 'one-of':
    case 'chain':
      return policy.policies.flatMap(startsOf);
    case 'per-class':
      return [policy.otherwise, ...Object.values(policy.classes)].flatMap(startsOf);
    default:
      return [];
  }
}
