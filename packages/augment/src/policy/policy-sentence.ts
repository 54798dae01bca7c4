import type { AugmentationPolicy } from '@cambium/core';
import { augmentsNothing } from './augments-nothing.js';
import { kindOf } from './policy-kinds.js';

/** Says in words what a policy does to an image. Takes a policy that `checkPolicy` accepts. */
export function policySentence(policy: AugmentationPolicy): string {
  return augmentsNothing(policy) ? 'Images are not augmented.' : `Each image gets ${clauseOf(policy)}.`;
}

function clauseOf(policy: AugmentationPolicy): string {
  return augmentsNothing(policy) ? 'nothing' : kindOf(policy).clause(policy, clauseOf);
}
