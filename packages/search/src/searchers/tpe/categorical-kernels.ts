import type { ParamValue } from '@cambium/core';
import type { Kernels } from './kernels.js';

/** Each observation's kernel is 1/(n + 1) for every choice and 1 more for the observed one, normalised; the prior is uniform. */
export function categoricalKernels(choices: readonly ParamValue[], observed: readonly ParamValue[]): Kernels {
  const count = observed.length + 1;
  const total = 1 + choices.length / count;
  const hit = (1 + 1 / count) / total;
  const miss = 1 / count / total;
  return {
    count,
    sample(kernel, rng) {
      const own = observed[kernel];
      // The observed choice gets `hit − miss` by itself, and its share of what is uniform.
      return own !== undefined && rng.next() < hit - miss ? own : rng.pick(choices);
    },
    logDensities(value) {
      const result = new Float64Array(count).fill(Math.log(miss));
      observed.forEach((own, kernel) => {
        if (own === value) result[kernel] = Math.log(hit);
      });
      result[count - 1] = -Math.log(choices.length);
      return result;
    },
  };
}
