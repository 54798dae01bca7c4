import type { Params, Space } from '@cambium/core';

/** After that many infeasible draws the last one is returned: the caller's check refuses it and the search goes on. */
const maxTries = 200;

/**
 * The same space with a constraint that can be computed before training. Draws are rejected until one is feasible, up to
 * 200 times; then the last is returned as it is. Where a hundred mutations found nothing feasible, mutants are mutated
 * again: in a narrow space no single change may do. `isFeasible` must be pure.
 */
export function constrainSpace<S extends Space>(space: S, isFeasible: (params: Params) => boolean): S {
  const feasible = (params: Params) => space.isFeasible(params) && isFeasible(params);
  const reject = (draw: () => Params): Params => {
    let params = draw();
    for (let tries = 1; tries < maxTries && !feasible(params); tries++) params = draw();
    return params;
  };
  return {
    ...space,
    sample: (rng) => reject(() => space.sample(rng)),
    mutate(params, rng) {
      let tries = 0;
      return reject(() => {
        const mutant = space.mutate(params, rng);
        if (tries++ < maxTries / 2) return mutant;
        const second = space.mutate(mutant, rng);
        return space.canonicalKey(second) === space.canonicalKey(params) ? mutant : second;
      });
    },
    crossover: (a, b, rng) => reject(() => space.crossover(a, b, rng)),
    isFeasible: feasible,
  };
}
