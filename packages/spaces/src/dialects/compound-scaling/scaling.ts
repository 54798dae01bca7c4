import type { Params } from '@cambium/core';
import { chosen } from '../../space/choice-parameter.js';
import { isNear } from './flops-rule.js';
import type { CompoundScalingSettings } from './settings.js';

/** By how much each dimension of the network is multiplied. */
export interface Scaling {
  readonly depth: number;
  readonly width: number;
  readonly resolution: number;
}

/** α^φ, β^φ and γ^φ. */
export function scalingOf(params: Params, settings: CompoundScalingSettings): Scaling {
  const { alpha, beta, gamma } = coefficients(params, settings);
  const phi = chosen(params, 'arch.phi', settings.phi);
  return { depth: alpha ** phi, width: beta ** phi, resolution: gamma ** phi };
}

/** Whether α·β²·γ², the factor of FLOPs at φ = 1, is what it should be: about 2 in the paper. */
export function obeysRule(params: Params, settings: CompoundScalingSettings): boolean {
  const { alpha, beta, gamma } = coefficients(params, settings);
  return isNear(alpha * beta ** 2 * gamma ** 2, settings);
}

function coefficients(params: Params, { alpha, beta, gamma }: CompoundScalingSettings) {
  return {
    alpha: chosen(params, 'arch.alpha', alpha),
    beta: chosen(params, 'arch.beta', beta),
    gamma: chosen(params, 'arch.gamma', gamma),
  };
}
