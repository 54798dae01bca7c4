import type { Params, ParamValue, Rng, Space } from '@cambium/core';
import { enumeratePoints } from '@cambium/spaces';

/** Draws before a space is suspected to hold nothing new. */
const tries = 100;
/** A space with more points than this is taken to be without end. */
const enumerable = 4096;

/** Points that differ from a supernet's own in their architecture only: those that its weights can be tried in. */
export interface Variants {
  /** With the given values, and everything else drawn that the architecture needs. */
  with(values: Params, rng: Rng): Params;
  /** The first feasible point that `draw` gives and that is not in `taken`; else any such; undefined: there is none. */
  fresh(taken: ReadonlySet<string>, draw: (attempt: number) => Params): Params | undefined;
  /** Names of the parameters that may differ. */
  readonly free: readonly string[];
}

/** A space without an architecture varies in everything. */
export function variantsOf(space: Space, supernet: Params): Variants {
  const arch = space.parameters.filter(({ branch }) => branch === 'arch');
  const free = (arch.length > 0 ? arch : space.parameters).map(({ name }) => name);
  const isFree = new Set(free);
  const fixed: Record<string, ParamValue> = Object.fromEntries(
    Object.entries(supernet).filter(([name]) => !isFree.has(name)),
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
