import type { Domain } from '@cambium/core';
import { domainSize } from '@cambium/spaces';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { exp, log, max, sqrt } = Math;

/** A kernel is no narrower, so that a parameter on which all agree can still be left (HpBandSter's default). */
const minBandwidth = 1e-3;
const rootTwoPi = sqrt(2 * Math.PI);

/** A density over designs: a product kernel at each of its points, all equally wide (Falkner et al. 2018, §3.2). */
export interface KernelDensity {
  readonly points: readonly Float64Array[];
  /** By parameter. Ordered: the standard deviation. Categorical: the chance of any other choice. */
  readonly bandwidths: Float64Array;
  /** Over the parameters that the point has; where a kernel's point lacks one of them it is uniform. */
  logDensity(point: Float64Array): number;
}

/** `points` are positions in the unit cube, NaN where a parameter is not active; there must be one at least. */
export function kernelDensity(domains: readonly Domain[], points: readonly Float64Array[]): KernelDensity {
  const dimensions = domains.length;
  const centers = new Float64Array(points.length * dimensions);
  for (const [row, point] of points.entries()) centers.set(point, row * dimensions);
  const bandwidths = Float64Array.from(domains, (domain, axis) => bandwidthOf(domain, axis, points));
  const logFactors = domains.map((domain, axis) => logFactorsOf(domain, bandwidths[axis] ?? 1));
  const same = Float64Array.from(logFactors, (factors) => factors.same);
  const other = Float64Array.from(logFactors, (factors) => factors.other);
  const lacking = Float64Array.from(logFactors, (factors) => factors.lacking);
  return {
    points,
    bandwidths,
    logDensity(point) {
      let sum = 0;
      for (let start = 0; start < centers.length; start += dimensions) {
        let exponent = 0;
        for (let axis = 0; axis < dimensions; axis++) {
          // `!`: all arrays have an entry for each parameter, `centers` one for each of each point.
          const position = point[axis]!;
          const center = centers[start + axis]!;
          if (position !== position) continue; // NaN: the point lacks it.
          if (center !== center) exponent += lacking[axis]!;
          else if (other[axis]! < 0) exponent += position === center ? same[axis]! : other[axis]!;
          else {
            const distance = (position - center) / bandwidths[axis]!;
            exponent += same[axis]! - 0.5 * distance * distance;
          }
        }
        sum += exp(exponent);
      }
      return log(max(1e-32, sum / points.length));
    },
  };
}

/** Logarithms of a kernel's factor at its own position, at any other choice (0 for ordered), and where it lacks the parameter. */
function logFactorsOf(domain: Domain, bandwidth: number): { same: number; other: number; lacking: number } {
  if (domain.kind !== 'categorical') return { same: -log(bandwidth * rootTwoPi), other: 0, lacking: 0 };
  const size = domainSize(domain);
  return { same: log(1 - bandwidth), other: log(bandwidth / max(1, size - 1)), lacking: -log(size) };
}

/**
 * Scott's rule, 1.06·σ·n^(−1/(4+d)), over the points that have the parameter. Of a categorical σ² is half the chance that
 * two of them differ: for numbers, half the mean squared distance of two is the variance.
 */
function bandwidthOf(domain: Domain, axis: number, points: readonly Float64Array[]): number {
  const values = points.map((point) => point[axis] ?? Number.NaN).filter((value) => !Number.isNaN(value));
  const count = values.length;
  if (count === 0) return 1;
  const rate = 1.06 * count ** (-1 / (4 + (points[0]?.length ?? 0)));
  if (domain.kind !== 'categorical') return max(minBandwidth, rate * standardDeviation(values));
  const size = domainSize(domain);
  // At most what makes all choices equally likely.
  return Math.min(max(minBandwidth, rate * sqrt(difference(values) / 2)), (size - 1) / size);
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return sqrt(squares / max(1, values.length - 1));
}

/** The chance that two of the values differ, drawn with replacement. */
function difference(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].reduce((rest, count) => rest - (count / values.length) ** 2, 1);
}
