import type { Parameter, Rng } from '@cambium/core';
import type { PathPolicy } from '@cambium/engine';
import { createPolicy, type PolicyOptions } from '@cambium/spaces';

/**
 * A policy over the choices of a supernet. Conditions on what is none of them do not count: a supernet has the options of
 * every choice.
 */
export function choicePolicy(parameters: readonly Parameter[], options: PolicyOptions, rng: Rng): PathPolicy {
  const names = new Set(parameters.map(({ name }) => name));
  const own = parameters.map(({ conditions, ...parameter }) => {
    return { ...parameter, conditions: conditions.filter(({ param }) => names.has(param)) };
  });
  return createPolicy({ parameters: own }, options, rng);
}
