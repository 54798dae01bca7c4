import type { Params, ParamValue, Rng, Space } from '@cambium/core';
import { isActive, sampleValue } from '@cambium/spaces';
import { perturbValue } from './perturb-value.js';

export interface Perturbation {
  /** Names of the parameters that may change. */
  readonly changeable: ReadonlySet<string>;
  /** Chance that one of them is drawn anew. */
  readonly resampleProbability: number;
  /** By which share numbers change else. */
  readonly perturbation: number;
  /** By how many choices ordinals move: one of these is drawn. */
  readonly ordinalSteps: readonly number[];
}

/** Explores from a member's parameters (Jaderberg et al. 2017, §3); what becomes active by it is drawn. */
export function perturbParams(
  { parameters }: Space,
  from: Params,
  { changeable, resampleProbability, perturbation, ordinalSteps }: Perturbation,
  rng: Rng,
): Params {
  const params: Record<string, ParamValue> = {};
  for (const parameter of parameters) {
    if (!isActive(parameter, params)) continue;
    const { name, domain } = parameter;
    const value = from[name];
    if (value !== undefined && !changeable.has(name)) params[name] = value;
    else if (value === undefined || rng.next() < resampleProbability) params[name] = sampleValue(domain, rng);
    else params[name] = perturbValue(domain, value, { share: perturbation, ordinalSteps }, rng);
  }
  return params;
}
