import type { Domain, ParamValue, Rng } from '@cambium/core';
import { createKernels } from './create-kernels.js';
import { mixtureWeights } from './weights.js';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { exp, log, max } = Math;

/** A density over one parameter, estimated from observed values. */
export interface ParzenEstimator {
  sample(rng: Rng): ParamValue;
  /** Log density, or log probability where the parameter is discrete. */
  logDensity(value: ParamValue): number;
}

/** `observed` must be in the order of trial numbers: old observations weigh less. */
export function createParzenEstimator(domain: Domain, observed: readonly ParamValue[]): ParzenEstimator {
  const kernels = createKernels(domain, observed);
  const weights = mixtureWeights(observed.length);
  const logWeights = weights.map(log);
  const known = new Map<ParamValue, number>();
  return {
    sample(rng) {
      let remaining = rng.next();
      let kernel = 0;
      // The last kernel takes what rounding leaves.
      while (kernel < weights.length - 1 && remaining >= (weights[kernel] ?? 0)) remaining -= weights[kernel++] ?? 0;
      return kernels.sample(kernel, rng);
    },
    logDensity(value) {
      const cached = known.get(value);
      if (cached !== undefined) return cached;
      const terms = kernels.logDensities(value);
      for (let i = 0; i < terms.length; i++) terms[i]! += logWeights[i]!; // `!`: both have one entry for each kernel.
      const result = logSumExp(terms);
      known.set(value, result);
      return result;
    },
  };
}

/** log Σ exp(xᵢ), without overflow. */
export function logSumExp(xs: Float64Array): number {
  let largest = -Infinity;
  for (const x of xs) largest = max(largest, x);
  if (largest === -Infinity) return -Infinity;
  let sum = 0;
  for (const x of xs) sum += exp(x - largest);
  return largest + log(sum);
}
