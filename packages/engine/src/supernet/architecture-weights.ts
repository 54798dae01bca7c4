import type { Rng } from '@cambium/core';
import { type AdamVector, adamVector } from './adam-vector.js';

export interface AlphaOptions {
  readonly learningRate: number;
  readonly weightDecay: number;
}

/** α of every option, started at 10⁻³ normal and moved by Adam with β 0.5 and 0.999 (Liu et al. 2019, appendix A.1.1). */
export function architectureWeights(size: number, { learningRate, weightDecay }: AlphaOptions, rng: Rng): AdamVector {
  const start = Float64Array.from({ length: size }, () => 1e-3 * rng.normal());
  return adamVector(start, { learningRate, weightDecay, beta1: 0.5, beta2: 0.999 });
}
