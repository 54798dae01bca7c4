import { type Minimum, minimizeBounded } from '../minimize-bounded.js';
import type { LogParameters } from './kernel-parameters.js';
import { createLogPosterior, type Observed } from './log-posterior.js';

export interface FitSettings {
  readonly maxIterations: number;
  readonly gradientTolerance: number;
}

/** Far beyond what the priors allow: only against overflow. The noise is at least 1e-10 above the smallest. */
const widest = { length: [-16, 16], scale: [-12, 12], noise: [-23, 4] } as const;

/** The most probable kernel parameters (MAP) that are reached from some starts. @throws RangeError without a start. */
export function fitKernel(
  observed: Observed,
  starts: readonly LogParameters[],
  { maxIterations, gradientTolerance }: FitSettings,
): Minimum {
  const { scales } = observed.columns;
  const bounds = (side: 0 | 1) =>
    Float64Array.from({ length: scales + 2 }, (_, i) =>
      i < scales ? widest.length[side] : i === scales ? widest.scale[side] : widest.noise[side],
    );
  const settings = { lower: bounds(0), upper: bounds(1), maxIterations, gradientTolerance, valueTolerance: 1e-9 };
  const logPosterior = createLogPosterior(observed);
  let best: Minimum | undefined;
  for (const start of starts) {
    const minimum = minimizeBounded(logPosterior, start, settings);
    if (best === undefined || minimum.value < best.value) best = minimum;
  }
  if (best === undefined) throw new RangeError('a fit needs a start');
  return best;
}
