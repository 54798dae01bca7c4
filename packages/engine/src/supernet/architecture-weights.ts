import type { Rng } from '@cambium/core';
import { type AdamVector, adamVector } from './adam-vector.js';

export interface AlphaOptions {
  readonly learningRate: number;
  readonly weightDecay: number;
  /** 0.5 if absent (Liu et al. 2019, appendix A.1.1). */
  readonly beta1?: number;
}

/** α of every option, started at 10⁻³ normal and moved by Adam with β₂ 0.999. */
export function architectureWeights(
  size: number,
  { learningRate, weightDecay, beta1 = 0.5 }: AlphaOptions,
  rng: Rng,
): AdamVector {
  const start = Float64Array.from({ length: size }, () => 1e-3 * rng.normal());
  return adamVector(start, { learningRate, weightDecay, beta1, beta2: 0.999 });
}
