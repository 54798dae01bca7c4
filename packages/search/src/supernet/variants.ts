import type { BranchName, Params, ParamValue, Rng, Space } from '@cambium/core';
import { enumeratePoints } from '@cambium/spaces';

/** Draws before a space is suspected to hold nothing new. */
const tries = 100;
/** A space with more points than this is taken to be without end. */
const enumerable = 4096;

/** Points that differ in one branch only from the trial that opened their round: of a supernet's those that can use its weights. */
export interface Variants {
  /** With the given values, and everything else drawn that the architecture needs. */
  with(values: Params, rng: Rng): Params;
  /** The first feasible point that `draw` gives and that is not in `taken`; else any such; undefined: there is none. */
  fresh(taken: ReadonlySet<string>, draw: (attempt: number) => Params): Params | undefined;
  /** Names of the parameters that may differ. */
  readonly free: readonly string[];
}

/** Of the architecture, unless another branch is given. A space without that branch varies in everything. */
export function variantsOf(space: Space, opening: Params, varied: BranchName = 'arch'): Variants {
  const own = space.parameters.filter(({ branch }) => branch === varied);
  const free = (own.length > 0 ? own : space.parameters).map(({ name }) => name);
  const isFree = new Set(free);
  const fixed: Record<string, ParamValue> = Object.fromEntries(
    Object.entries(opening).filter(([name]) => !isFree.has(name)),
  );
  const isVariant = (params: Params) => Object.entries(fixed).every(([name, value]) => params[name] === value);
  return {
    free,
    with: (values, rng) => space.repair({ ...values, ...fixed }, rng),
    fresh(taken, draw) {
      const isNew = (params: Params) => space.isFeasible(params) && !taken.has(space.canonicalKey(params));
      for (let attempt = 0; attempt < tries; attempt++) {
        const params = draw(attempt);
        if (isNew(params)) return params;
      }
      return enumeratePoints(space, enumerable)?.find((params) => isVariant(params) && isNew(params));
    },
  };
}
