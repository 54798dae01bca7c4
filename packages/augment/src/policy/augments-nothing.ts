import type { AugmentationPolicy } from '@cambium/core';

/** Whether every image stays as it is. */
export function augmentsNothing(policy: AugmentationPolicy): boolean {
  return policy.kind === 'random-subset'
    ? policy.count === 0
    : policy.steps.every(({ probability }) => probability === 0);
}
