import type { AugmentationPolicy } from '@cambium/core';
import { kindOf } from './policy-kinds.js';

/** Whether every image stays as it is. */
export function augmentsNothing(policy: AugmentationPolicy): boolean {
  return kindOf(policy).isNothing(policy, augmentsNothing);
}
