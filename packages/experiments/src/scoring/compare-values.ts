import type { Objective } from '@cambium/core';

/** Negative when `a` is better by the first objective. */
export function compareValues(a: readonly number[], b: readonly number[], objectives: readonly Objective[]): number {
  const difference = (a[0] ?? 0) - (b[0] ?? 0);
  return objectives[0]?.direction === 'maximize' ? -difference : difference;
}
