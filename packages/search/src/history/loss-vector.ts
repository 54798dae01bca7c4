import type { Objective } from '@cambium/core';

/** One per objective, negated where it is maximised: less is better. Undefined unless all are there and finite. */
export function lossVector(
  values: readonly number[] | undefined,
  objectives: readonly Objective[],
): readonly number[] | undefined {
  if (values?.length !== objectives.length || !values.every(Number.isFinite)) return undefined;
  return objectives.map(({ direction }, index) => {
    const value = values[index] as number;
    return direction === 'maximize' ? -value : value;
  });
}
