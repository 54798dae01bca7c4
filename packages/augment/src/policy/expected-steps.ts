import type { AugmentationPolicy, MagnitudeTable } from '@cambium/core';
import type { ExpectedStep } from './policy-kind.js';
import { kindOf } from './policy-kinds.js';

/**
 * How often and how strongly a policy applies each op, on average over images; most frequent first. When `progress` of the
 * training is over, or on average over all of it.
 */
export function expectedSteps(policy: AugmentationPolicy, progress: number | null = null): readonly ExpectedStep[] {
  const byOp = new Map<string, { rate: number; strength: number; table: MagnitudeTable }>();
  for (const { op, rate, magnitude, table = 'standard' } of stepsOf(policy, progress)) {
    const known = byOp.get(op) ?? { rate: 0, strength: 0, table };
    byOp.set(op, { ...known, rate: known.rate + rate, strength: known.strength + rate * magnitude });
  }
  return [...byOp]
    .filter(([, { rate }]) => rate > 0)
    .map(([op, { rate, strength, table }]) => ({ op, rate, magnitude: strength / rate, table }))
    .sort((a, b) => b.rate - a.rate || (a.op < b.op ? -1 : 1));
}

function stepsOf(policy: AugmentationPolicy, progress: number | null): readonly ExpectedStep[] {
  return kindOf(policy).steps(policy, (inner) => stepsOf(inner, progress), progress);
}
