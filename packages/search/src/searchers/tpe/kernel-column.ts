import type { Rng } from '@cambium/core';

/** The kernels `from` … `to` − 1. */
export interface KernelSpan {
  readonly from: number;
  readonly to: number;
  /** Terms below are too small to count and may be left as they are. */
  readonly floor: number;
}

/** The kernels of one parameter: one for each observation, in their order, and the prior's as the last. */
export interface KernelColumn {
  /** What each kernel's log density has less than `add` says, so as to integrate to 1; undefined where that is nothing. */
  readonly logScales: Float64Array | undefined;
  /**
   * Adds the log density (log probability where discrete) of the kernels of a span at a coordinate to `terms`, but for
   * `logScales`: never more than 0.
   */
  add(coordinate: number, terms: Float64Array, span: KernelSpan): void;
  /** What `add` adds for one kernel. There where `add` takes long, so that a `floor` is worth finding. */
  readonly termAt?: (coordinate: number, kernel: number) => number;
  /** A coordinate. */
  sample(kernel: number, rng: Rng): number;
}
