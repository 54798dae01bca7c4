import type { Objective } from '@cambium/core';

/**
 * Negative when `a` is better by the first objective, of equals by the second, and so on: whatever is first in this order
 * is on the Pareto front.
 */
export function compareValues(a: readonly number[], b: readonly number[], objectives: readonly Objective[]): number {
  for (const [i, { direction }] of objectives.entries()) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return direction === 'maximize' ? -difference : difference;
  }
  return 0;
}
