import type { Domain, Parameter, Params, ParamValue, Rng, Space } from '@cambium/core';
import { decodeValue, domainSize, encodeValue, isActive, mutateValue, sampleValue } from '@cambium/spaces';
import { polynomialMutation } from './polynomial-mutation.js';
import { simulatedBinaryCrossover } from './simulated-binary-crossover.js';

export interface Variation {
  /** Chance that a child has two parents instead of one. */
  readonly crossoverProbability: number;
  /** Distribution indices: how near children and mutants stay. */
  readonly crossoverEta: number;
  readonly mutationEta: number;
  /** Parameters of a child that mutate, on average. */
  readonly mutations: number;
}

export interface Varied {
  readonly params: Params;
  /** Whether the second parent gave anything. */
  readonly crossed: boolean;
  /** Names of the parameters that mutated. */
  readonly mutated: readonly string[];
}

/**
 * A child of two points. Numbers and ordinals, on the unit scale: simulated binary crossover and polynomial mutation;
 * categoricals: from either parent, mutated to any other choice. What only one parent has comes from that one; what
 * neither has, because the child's own values made it active, is drawn.
 */
export function varyParams(
  space: Space,
  [first, second]: readonly [Params, Params],
  variation: Variation,
  rng: Rng,
): Varied {
  const crossed = rng.next() < variation.crossoverProbability;
  const chance = variation.mutations / Math.max(1, Object.keys(first).length);
  const params: Record<string, ParamValue> = {};
  const mutated: string[] = [];
  for (const parameter of space.parameters) {
    if (!isActive(parameter, params)) continue;
    const { name, domain } = parameter;
    const inherited = inherit(parameter, crossed ? [first, second] : [first, first], variation, rng);
    const mutates = inherited !== undefined && rng.next() < chance && domainSize(domain) > 1;
    if (mutates) mutated.push(name);
    params[name] =
      inherited === undefined
        ? sampleValue(domain, rng)
        : mutates
          ? mutate(domain, inherited, variation.mutationEta, rng)
          : inherited;
  }
  return { params, crossed, mutated };
}

function inherit(
  { name, domain }: Parameter,
  [first, second]: readonly [Params, Params],
  { crossoverEta }: Variation,
  rng: Rng,
): ParamValue | undefined {
  const a = first[name];
  const b = second[name];
  if (a === undefined || b === undefined || a === b) return a ?? b;
  const mixes = rng.next() < 0.5;
  if (domain.kind === 'categorical') return mixes ? b : a;
  if (!mixes) return a;
  const positions = [encodeValue(domain, a), encodeValue(domain, b)] as const;
  return decodeValue(domain, simulatedBinaryCrossover(positions, crossoverEta, rng));
}

/** Another value: on a coarse grid a small step may round back to the same one, then a larger one is taken. */
function mutate(domain: Domain, value: ParamValue, eta: number, rng: Rng): ParamValue {
  if (domain.kind === 'categorical') return mutateValue(domain, value, rng);
  const mutant = decodeValue(domain, polynomialMutation(encodeValue(domain, value), eta, rng));
  return mutant === value ? mutateValue(domain, value, rng) : mutant;
}
