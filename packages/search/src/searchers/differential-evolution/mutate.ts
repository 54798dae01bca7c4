import { type Domain, type Params, type ParamValue, type Rng, type Space } from '@cambium/core';
import { decodeValue, encodeValue } from '@cambium/spaces';

/** A move from `from` towards `to`. */
export interface Difference {
  readonly from: Params;
  readonly to: Params;
}

export interface Mutation {
  /** x_i: keeps the parameters that the crossover does not take. */
  readonly target: Params;
  /** Where the mutant begins. */
  readonly base: Params;
  readonly differences: readonly Difference[];
  /** F. */
  readonly weight: number;
  /** CR. */
  readonly rate: number;
}

/**
 * The mutant base + F·Σ(to − from), crossed with the target (binomial: at least one parameter is the mutant's). Numbers and
 * ordinals move on their scale and are mirrored at its ends. A choice changes with probability F to the one moved to, where
 * the two differ. A parameter that the base does not have is the target's, or drawn.
 */
export function mutateAndCross(space: Space, mutation: Mutation, rng: Rng): Params {
  const { target, rate } = mutation;
  const sure = rng.pick(space.parameters).name;
  const child: Record<string, ParamValue> = {};
  for (const { name, domain } of space.parameters) {
    const takes = name === sure || rng.next() < rate;
    const value = takes ? (mutantValue(name, domain, mutation, rng) ?? target[name]) : target[name];
    if (value !== undefined) child[name] = value;
  }
  return space.repair(child, rng);
}

function mutantValue(
  name: string,
  domain: Domain,
  { base, differences, weight }: Mutation,
  rng: Rng,
): ParamValue | undefined {
  let value = base[name];
  if (value === undefined) return undefined;
  if (domain.kind === 'categorical') {
    for (const { from, to } of differences) {
      const moved = to[name];
      if (moved !== undefined && from[name] !== moved && rng.next() < weight) value = moved;
    }
    return value;
  }
  let position = encodeValue(domain, value);
  for (const { from, to } of differences) {
    const [start, end] = [from[name], to[name]];
    if (start === undefined || end === undefined) continue;
    position += weight * (encodeValue(domain, end) - encodeValue(domain, start));
  }
  return decodeValue(domain, mirrored(position));
}

/** Folded back into [0, 1] at its ends. */
function mirrored(position: number): number {
  const folded = Math.abs(position) % 2;
  return folded > 1 ? 2 - folded : folded;
}
