import type { Params, Rng, Space } from '@cambium/core';
import { pointAt, positionOf } from '@cambium/spaces';

export interface DifferentialParents {
  /** Whom the child challenges. */
  readonly target: Params;
  /** a, b and c. */
  readonly parents: readonly [Params, Params, Params];
}

/**
 * A child of differential evolution rand/1/bin (Storn and Price 1997) in the unit cube: each parameter of a + F·(b − c) is
 * taken with the chance CR, one at least, the others from the target. What falls outside of the cube is drawn anew, and so
 * is what a design lacks because it was not active there.
 */
export function differentialChild(
  space: Space,
  { target, parents }: DifferentialParents,
  { differentialWeight, crossoverRate, rng }: { differentialWeight: number; crossoverRate: number; rng: Rng },
): Params {
  const positionIn = (params: Params) => positionOf(space, params).map((at) => (Number.isNaN(at) ? rng.next() : at));
  const [a, b, c] = [positionIn(parents[0]), positionIn(parents[1]), positionIn(parents[2])];
  const always = rng.int(Math.max(1, space.parameters.length));
  const child = positionIn(target).map((own, axis) => {
    if (axis !== always && rng.next() >= crossoverRate) return own;
    // `!`: an entry for each parameter.
    const mutant = a[axis]! + differentialWeight * (b[axis]! - c[axis]!);
    return mutant >= 0 && mutant <= 1 ? mutant : rng.next();
  });
  return pointAt(space, child);
}
