import type { SliceObservation } from './slice-observations.js';

/** A gain that is further from the mean, in standard deviations, is no news. */
const furthest = 2;

/**
 * With mean 0 and variance 1 within each slice: gains shrink in the course of a training, and only what pays in one slice
 * more than something else does is to be learnt. Cut at ±2 as in the reference implementation; what failed is the worst.
 */
export function standardizedGains(observations: readonly Pick<SliceObservation, 'slice' | 'gain'>[]): Float64Array {
  const slices = new Map<number, number[]>();
  for (const { slice, gain } of observations) {
    const gains = slices.get(slice) ?? [];
    if (Number.isFinite(gain)) gains.push(gain);
    slices.set(slice, gains);
  }
  const moments = new Map([...slices].map(([slice, gains]) => [slice, momentsOf(gains)]));
  return Float64Array.from(observations, ({ slice, gain }) => {
    const { mean, deviation } = moments.get(slice) ?? { mean: 0, deviation: 1 };
    return Math.min(furthest, Math.max(-furthest, (gain - mean) / deviation));
  });
}

/** The deviation of gains that are all the same is taken to be 1. */
function momentsOf(gains: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const count = Math.max(1, gains.length);
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / count;
  const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / count;
  return { mean, deviation: variance > 0 ? Math.sqrt(variance) : 1 };
}
