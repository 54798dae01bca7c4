import type { ParamValue } from '@cambium/core';
import { logDensity } from '../../math/normal-distribution.js';
import { logMass, truncatedQuantile } from '../../math/truncated-normal.js';
import type { Kernels } from './kernels.js';
import type { NumericAxis } from './numeric-axis.js';

/**
 * Cells farther than this many widths from a kernel get nothing from it: φ(9) is 1e-18, so that even 10,000 kernels of the
 * least width would change what the prior alone gives by less than 1e-11. It spares most of the work from 100 trials on.
 */
const negligible = 9;

/** Normals cut to the axis, one for each mean. */
interface TruncatedNormals {
  readonly means: Float64Array;
  /** Standard deviations before the cut. */
  readonly widths: Float64Array;
}

/** Kernels at the observations, as wide as the gap to their farther neighbour, and a prior that spans the range. */
export function numericKernels(axis: NumericAxis, observed: readonly ParamValue[]): Kernels {
  const { low, high } = axis;
  const points = Float64Array.from(observed, (value) => axis.toAxis(value));
  return truncatedNormals(axis, {
    means: Float64Array.of(...points, (low + high) / 2),
    widths: Float64Array.of(...kernelWidths(points, low, high), high - low),
  });
}

export function truncatedNormals({ low, high, ...axis }: NumericAxis, { means, widths }: TruncatedNormals): Kernels {
  const count = means.length;
  // `!` in this file: all arrays are as long as `means`, indices stay below.
  const logInside = means.map((mean, i) => logMass((low - mean) / widths[i]!, (high - mean) / widths[i]!));
  const logScale = logInside.map((inside, i) => inside + Math.log(widths[i]!));
  return {
    count,
    sample(kernel, rng) {
      const mean = means[kernel]!;
      const width = widths[kernel]!;
      return axis.fromAxis(mean + width * truncatedQuantile(rng.next(), (low - mean) / width, (high - mean) / width));
    },
    logDensities(value) {
      const cell = axis.cell(value);
      if (cell === undefined) {
        const x = axis.toAxis(value);
        return means.map((mean, i) => logDensity((x - mean) / widths[i]!) - logScale[i]!);
      }
      const [from, to] = cell;
      return means.map((mean, i) => {
        const a = (from - mean) / widths[i]!;
        const b = (to - mean) / widths[i]!;
        return a > negligible || b < -negligible ? -Infinity : logMass(a, b) - logInside[i]!;
      });
    },
  };
}

/**
 * The larger gap to the two neighbours. A single point takes the ends of the range for neighbours, several do so only as
 * far as they have none: the outermost use their inner gap. At least the range over min(100, n + 2), at most the range.
 */
export function kernelWidths(points: Float64Array, low: number, high: number): Float64Array {
  const count = points.length;
  const least = (high - low) / Math.min(100, count + 2);
  const order = Array.from(points.keys()).sort((i, j) => points[i]! - points[j]!);
  const widths = new Float64Array(count);
  order.forEach((index, position) => {
    const here = points[index]!;
    const first = position === 0;
    const last = position === count - 1;
    const before = first ? low : points[order[position - 1]!]!;
    const after = last ? high : points[order[position + 1]!]!;
    const gapBefore = first && count > 1 ? 0 : here - before;
    const gapAfter = last && count > 1 ? 0 : after - here;
    widths[index] = Math.min(high - low, Math.max(least, gapBefore, gapAfter));
  });
  return widths;
}
