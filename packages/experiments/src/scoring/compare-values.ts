import type { Objective } from '@cambium/core';

/** Whether `values` beat `than` by the first objective. Equal values do not: the earlier trial stays the best. */
export function isBetter(
  values: readonly number[],
  than: readonly number[] | null,
  objectives: readonly Objective[],
): boolean {
  return than === null || compareValues(values, than, objectives) < 0;
}

/** Negative when `a` is better by the first objective. */
export function compareValues(a: readonly number[], b: readonly number[], objectives: readonly Objective[]): number {
  const difference = (a[0] ?? 0) - (b[0] ?? 0);
  return objectives[0]?.direction === 'maximize' ? -difference : difference;
}
