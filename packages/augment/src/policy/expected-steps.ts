import type { AugmentationPolicy } from '@cambium/core';
import type { ExpectedStep } from './policy-kind.js';
import { kindOf } from './policy-kinds.js';

/** How often and how strongly a policy applies each op, on average over images and training; most frequent first. */
export function expectedSteps(policy: AugmentationPolicy): readonly ExpectedStep[] {
  const byOp = new Map<string, { rate: number; strength: number }>();
  for (const { op, rate, magnitude } of stepsOf(policy)) {
    const known = byOp.get(op) ?? { rate: 0, strength: 0 };
    byOp.set(op, { rate: known.rate + rate, strength: known.strength + rate * magnitude });
  }
  return [...byOp]
    .filter(([, { rate }]) => rate > 0)
    .map(([op, { rate, strength }]) => ({ op, rate, magnitude: strength / rate }))
    .sort((a, b) => b.rate - a.rate || (a.op < b.op ? -1 : 1));
}

function stepsOf(policy: AugmentationPolicy): readonly ExpectedStep[] {
  return kindOf(policy).steps(policy, stepsOf);
}
