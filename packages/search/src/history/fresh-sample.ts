import type { Params, Rng, Space } from '@cambium/core';
import { enumeratePoints } from '@cambium/spaces';
import type { KnownDesigns } from './known-designs.js';

/** Draws before a space is suspected to hold nothing new. */
const tries = 50;
/** A space with more points than this is taken to be without end. */
const enumerable = 4096;

/**
 * A uniform draw that is not known yet. A small space in which that fails is enumerated: one of the feasible points that
 * are left, or undefined when none is. In a larger one the last draw is returned though it repeats a known design.
 */
export function freshSample(space: Space, known: KnownDesigns, rng: Rng): Params | undefined {
  let params = space.sample(rng);
  for (let i = 1; i < tries && known.has(params); i++) params = space.sample(rng);
  if (!known.has(params)) return params;
  const points = enumeratePoints(space, enumerable);
  if (points === undefined) return params;
  const left = points.filter((point) => !known.has(point) && space.isFeasible(point));
  return left.length === 0 ? undefined : rng.pick(left);
}
