import type { Parameter, Params, Rng } from '@cambium/core';
import { domainSize } from '../domain/domain-size.js';
import { repairValue, sampleValue } from '../domain/domain-values.js';
import { mutateValue } from '../domain/mutate-value.js';
import { assign } from './activity.js';

/** Uniform in each active domain. */
export function sampleParams(parameters: readonly Parameter[], rng: Rng): Params {
  return assign(parameters, ({ domain }) => sampleValue(domain, rng));
}

/** Keeps legal values, moves numbers to the nearest legal one, draws what is missing, drops what is not active. */
export function repairParams(parameters: readonly Parameter[], partial: Params, rng: Rng): Params {
  return assign(parameters, ({ name, domain }) => repairValue(domain, partial[name], rng));
}

/** Changes one active parameter that has two values; its children that become active are drawn. */
export function mutateParams(parameters: readonly Parameter[], params: Params, rng: Rng): Params {
  const start = repairParams(parameters, params, rng);
  const movable = parameters.filter(({ name, domain }) => start[name] !== undefined && domainSize(domain) > 1);
  if (movable.length === 0) return start;
  const chosen = rng.pick(movable);
  return assign(parameters, ({ name, domain }) => {
    const value = start[name];
    if (value === undefined) return sampleValue(domain, rng);
    return name === chosen.name ? mutateValue(domain, value, rng) : value;
  });
}

/** Uniform crossover: each active parameter from either parent that has it, drawn where neither does. */
export function crossoverParams(parameters: readonly Parameter[], [a, b]: readonly [Params, Params], rng: Rng): Params {
  return assign(parameters, ({ name, domain }) => {
    const [first, second] = rng.next() < 0.5 ? [a, b] : [b, a];
    return repairValue(domain, first[name] ?? second[name], rng);
  });
}
