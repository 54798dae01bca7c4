import type { IntermediateReport, Objective } from '@cambium/core';

/** The first objective of a report, negated where it is maximised: less is better. Null for a value that was not finite. */
export function reportedLoss({ values }: IntermediateReport, objectives: readonly Objective[]): number | null {
  const value = values[0] ?? Number.NaN;
  if (!Number.isFinite(value)) return null;
  return objectives[0]?.direction === 'maximize' ? -value : value;
}
