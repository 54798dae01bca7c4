import type { Rng } from '@cambium/core';
import { softmax } from '../relaxed/draw-choice.js';
import type { PolicySpace } from '../relaxed/policy-space.js';

/**
 * Where a mixture policy's numbers are in one vector: for each op of each step of each sub-policy a weight, then in the same
 * order the probabilities, then the magnitudes.
 */
export interface MixtureLayout {
  /** How many of each there are; the probability of the op at place i is at `count + i`, its magnitude at `2 · count + i`. */
  readonly count: number;
  readonly size: number;
  /** The first op's place. */
  place(subPolicy: number, step: number): number;
}

/** Probabilities stay so far from 0 and 1, where a relaxed choice has no gradient. */
const margin = 0.01;

export function mixtureLayout({ ops, subPolicies, depth }: PolicySpace): MixtureLayout {
  const count = subPolicies * depth * ops.length;
  return { count, size: 3 * count, place: (subPolicy, step) => (subPolicy * depth + step) * ops.length };
}

/** All uniform in [0, 1), as the authors' code has them: sub-policies that began alike would stay alike. */
export function startMixture(space: PolicySpace, rng: Rng): Float64Array {
  const values = Float64Array.from({ length: mixtureLayout(space).size }, () => rng.next());
  clampMixture(space, values);
  return values;
}

/** Brings probabilities into [0.01, 0.99] and magnitudes into [0, 1]. In place. */
export function clampMixture(space: PolicySpace, values: Float64Array): void {
  const { count, size } = mixtureLayout(space);
  for (let i = count; i < size; i++) {
    const least = i < 2 * count ? margin : 0;
    values[i] = Math.min(1 - least, Math.max(least, values[i] as number));
  }
}

/** How much each op counts in a step: the softmax of weights / temperature. */
export function opWeights(
  space: PolicySpace,
  { values, temperature }: MixturePoint,
  { subPolicy, step }: { readonly subPolicy: number; readonly step: number },
): Float64Array {
  const from = mixtureLayout(space).place(subPolicy, step);
  return softmax(values.slice(from, from + space.ops.length).map((weight) => weight / temperature));
}

/** Where a mixture policy is. */
export interface MixturePoint {
  readonly values: Float64Array;
  /** Of the choice among ops and of whether one happens: lower is closer to a choice. > 0. */
  readonly temperature: number;
}
