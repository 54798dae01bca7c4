import type { Parameter, Params, Space } from '@cambium/core';
import { encodeValue } from '../domain/unit-scale.js';
import { assign } from './activity.js';
import { validateParams } from './validate-params.js';
import { crossoverParams, mutateParams, repairParams, sampleParams } from './variation.js';

/**
 * A flat conditional space without constraints. `parameters` must list parents before children. `canonicalKey` may
 * merge points that mean the same; without it two points are equal when their active values are.
 */
export function createSpace(parameters: readonly Parameter[], canonicalKey?: (params: Params) => string): Space {
  const activeParams = (params: Params) => assign(parameters, ({ name }) => params[name]);
  return {
    parameters,
    sample: (rng) => sampleParams(parameters, rng),
    mutate: (params, rng) => mutateParams(parameters, params, rng),
    crossover: (a, b, rng) => crossoverParams(parameters, [a, b], rng),
    validate: (params) => validateParams(parameters, params),
    repair: (partial, rng) => repairParams(parameters, partial, rng),
    active(params) {
      const active = activeParams(params);
      return parameters.filter(({ name }) => active[name] !== undefined);
    },
    encode(params) {
      const active = activeParams(params);
      return Float64Array.from(parameters, ({ name, domain }) =>
        active[name] === undefined ? Number.NaN : encodeValue(domain, active[name]),
      );
    },
    canonicalKey: canonicalKey ?? ((params) => paramsKey(parameters, params)),
    isFeasible: () => true,
  };
}

/** The active values in the space's order, as text. */
export function paramsKey(parameters: readonly Parameter[], params: Params): string {
  return JSON.stringify(assign(parameters, ({ name }) => params[name]));
}
