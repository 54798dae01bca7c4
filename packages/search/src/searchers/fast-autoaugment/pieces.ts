import type { Parameter, Params, Space } from '@cambium/core';
import { subPoliciesOf } from '@cambium/spaces';

/** Policies put together of equal pieces, each a few sub-policies that were judged together. */
export interface Pieces {
  /** Of one piece. */
  readonly parameters: readonly Parameter[];
  /** How many fill a policy. */
  readonly count: number;
  /** The first piece of a policy. */
  first(params: Params): Params;
  /** The policy of these pieces, in turn until it is full. At least one. */
  policyOf(pieces: readonly Params[]): Params;
  /** All that is no part of the policy. */
  rest(params: Params): Params;
}

/**
 * Pieces of the largest size up to `most` that divides the number of sub-policies: only then does a repeated piece draw each of
 * its sub-policies equally often. A space without sub-policies is one piece as a whole.
 */
export function piecesOf({ parameters }: Pick<Space, 'parameters'>, most: number): Pieces {
  const subPolicies = subPoliciesOf(parameters) ?? [parameters];
  const size = largestDivisor(subPolicies.length, most);
  const own = subPolicies.slice(0, size).flat();
  const places = Array.from({ length: subPolicies.length / size }, (_, place) =>
    subPolicies.slice(place * size, (place + 1) * size).flat(),
  );
  const names = new Set(subPolicies.flat().map(({ name }) => name));
  return {
    parameters: own,
    count: places.length,
    first: (params) =>
      Object.fromEntries(
        own.flatMap(({ name }) => {
          const value = params[name];
          return value === undefined ? [] : [[name, value] as const];
        }),
      ),
    policyOf(pieces) {
      const filled = places.flatMap((place, i) => {
        const piece = pieces[i % pieces.length] as Params;
        return place.flatMap(({ name }, j) => {
          const value = piece[(own[j] as Parameter).name];
          return value === undefined ? [] : [[name, value] as const];
        });
      });
      return Object.fromEntries(filled);
    },
    rest: (params) => Object.fromEntries(Object.entries(params).filter(([name]) => !names.has(name))),
  };
}

function largestDivisor(count: number, most: number): number {
  let size = Math.min(count, most);
  while (count % size !== 0) size--;
  return size;
}
