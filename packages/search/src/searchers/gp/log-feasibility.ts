import type { GaussianProcess } from '../../math/gaussian-process/gaussian-process.js';
import { logCumulative, logDensity, lowerMillsRatio } from '../../math/normal-distribution.js';

/** A modelled quantity that must stay within bounds, in its model's units. */
export interface Limit {
  readonly gp: GaussianProcess;
  readonly min?: number;
  readonly max?: number;
}

const smallestDeviation = 1e-9;

/**
 * The log probability that a limit holds at a row; adds its derivatives to `slopes`. Bounds on both sides multiply, as if
 * they were independent: that is a little too small where both are near, and smooth.
 */
export function logFeasibility({ gp, min, max }: Limit, row: Float64Array, slopes?: Float64Array): number {
  const means = new Float64Array(1);
  const deviation = Math.max(smallestDeviation, Math.sqrt(gp.predict(row, means)));
  const mean = means[0] ?? 0;
  let value = 0;
  let byMean = 0;
  let byDeviation = 0;
  for (const [bound, side] of [
    [min, 1],
    [max, -1],
  ] as const) {
    if (bound === undefined) continue;
    const distance = (side * (mean - bound)) / deviation;
    const slope = logCumulativeSlope(distance);
    value += logCumulative(distance);
    byMean += (side * slope) / deviation;
    byDeviation -= (slope * distance) / deviation;
  }
  if (slopes !== undefined) gp.addSlopes(Float64Array.of(byMean), byDeviation / (2 * deviation), slopes);
  return value;
}

/** φ(x) / Φ(x). */
function logCumulativeSlope(x: number): number {
  return x <= 0 ? 1 / lowerMillsRatio(x) : Math.exp(logDensity(x) - logCumulative(x));
}
