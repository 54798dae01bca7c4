import type { Params, Space } from '@cambium/core';
import { unitOf, valueAt } from './domain/value-at.js';
import { assign } from './space/activity.js';

/**
 * The point of a space at a position in the unit cube: one axis for each parameter, in the space's order. Axes of inactive
 * parameters are not read. Uniform positions give the points that {@link Space.sample} draws, before constraints.
 */
export function pointAt(space: Space, units: ArrayLike<number>): Params {
  return assign(space.parameters, ({ domain }, axis) => valueAt(domain, units[axis] ?? 0));
}

/** A position of a point, which {@link pointAt} takes back to it; NaN on the axes of inactive parameters. */
export function positionOf(space: Space, params: Params): Float64Array {
  const active = assign(space.parameters, ({ name }) => params[name]);
  return Float64Array.from(space.parameters, ({ name, domain }) => {
    const value = active[name];
    return value === undefined ? Number.NaN : unitOf(domain, value);
  });
}
