import { expectedSteps, ops } from '@cambium/augment';
import type { AugmentationPolicy } from '@cambium/core';

/** How often a policy applies each op times how strongly, on average. Ops without a strength count by how often alone. */
export function opStrengths(policy: AugmentationPolicy | undefined): ReadonlyMap<string, number> {
  if (policy === undefined) return new Map();
  return new Map(
    expectedSteps(policy).map(({ op, rate, magnitude }) => [op, ops.get(op).ranges === null ? rate : rate * magnitude]),
  );
}
