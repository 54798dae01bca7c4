import type { ParamValue, Rng } from '@cambium/core';

/** One kernel for each observation, in their order, and the prior's as the last. */
export interface Kernels {
  readonly count: number;
  sample(kernel: number, rng: Rng): ParamValue;
  /** Log density (log probability where discrete) of a value under each kernel. */
  logDensities(value: ParamValue): Float64Array;
}
