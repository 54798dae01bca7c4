import type { AugmentationPolicy, Issue } from '@cambium/core';
import { kindOf } from './policy-kinds.js';

/** What is wrong with a policy; empty when it can be applied. Paths start at the policy. */
export function checkPolicy(policy: AugmentationPolicy): readonly Issue[] {
  return kindOf(policy).issues(policy, checkPolicy);
}
