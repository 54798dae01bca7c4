import type { Constraint, Metrics } from '@cambium/core';

/** Σ of the amounts by which measured constraints are broken; 0 when all hold. Unmeasured ones add nothing. */
export function violationOf(metrics: Metrics, constraints: readonly Constraint[]): number {
  let sum = 0;
  for (const { metric, min, max } of constraints) {
    const value = metrics[metric];
    if (value === undefined || value === null) continue;
    if (min !== undefined && value < min) sum += min - value;
    if (max !== undefined && value > max) sum += value - max;
  }
  return sum;
}
