import type { BranchName, Params, Space } from '@cambium/core';
import { constrainSpace } from './constrain-space.js';
import { createSpace } from './space/create-space.js';

/** A slice of a space: some branches are searched, the others are fixed. Its points are the searched part alone. */
export interface RestrictedSpace extends Space {
  /** The point of the whole space. */
  complete(part: Params): Params;
  /** What a point of the whole space has in the searched branches. */
  part(params: Params): Params;
  /** Whether a point of the whole space has the fixed values, that is, lies in this slice. */
  contains(params: Params): boolean;
}

/**
 * The slice of `space` through the point `base` in which only `branches` are free. Conditions never reach from one branch
 * into another, so the parameters of the free branches are a space of their own; what the whole space says of feasibility
 * and of equal designs holds for the completed points.
 */
export function restrictSpace(space: Space, branches: readonly BranchName[], base: Params): RestrictedSpace {
  const free = space.parameters.filter(({ branch }) => branches.includes(branch));
  const freeNames = new Set(free.map(({ name }) => name));
  const fixed = Object.fromEntries(Object.entries(base).filter(([name]) => !freeNames.has(name)));
  const fixedNames = space.parameters.filter(({ name }) => !freeNames.has(name)).map(({ name }) => name);
  const complete = (part: Params): Params => ({ ...fixed, ...part });
  const slice = createSpace(free, (part) => space.canonicalKey(complete(part)));
  const { pathEncoding } = space;
  const hasPaths = pathEncoding?.params.every((name) => freeNames.has(name));
  return {
    ...(hasPaths && { pathEncoding }),
    ...constrainSpace(slice, (part) => space.isFeasible(complete(part))),
    complete,
    part: (params) => Object.fromEntries(Object.entries(params).filter(([name]) => freeNames.has(name))),
    contains: (params) => fixedNames.every((name) => params[name] === fixed[name]),
  };
}
