import { logMass, truncatedQuantile } from '../../math/truncated-normal.js';
import type { KernelColumn } from './kernel-column.js';
import type { NumericKernels } from './numeric-kernels.js';
import type { ParameterAxis } from './parameter-axis.js';

// A local name: this runs millions of times, and a look-up through a module sandbox's globals is slow.
const { log } = Math;
const halfLogTwoPi = 0.9189385332046727;

/** Densities of normals cut to the axis. */
export function continuousColumn({ low, high }: ParameterAxis, { means, widths }: NumericKernels): KernelColumn {
  const count = means.length;
  const logScales = new Float64Array(count);
  /** 1 / (√2 width): the square of a distance times this is the exponent. */
  const factors = new Float64Array(count);
  // From 100 observations on most widths are the least one.
  let lastWidth = Number.NaN;
  let logWidth = Number.NaN;
  for (let kernel = 0; kernel < count; kernel++) {
    const mean = means[kernel]!; // `!` in this file: all arrays are as long as `means`, kernels are below that.
    const width = widths[kernel]!;
    if (width !== lastWidth) {
      lastWidth = width;
      logWidth = log(width) + halfLogTwoPi;
    }
    logScales[kernel] = logMass((low - mean) / width, (high - mean) / width) + logWidth;
    factors[kernel] = Math.SQRT1_2 / width;
  }
  const normals = { means, factors };
  return {
    logScales,
    add: (coordinate, terms) => subtractSquares(coordinate, terms, normals),
    sample(kernel, rng) {
      const mean = means[kernel]!;
      const width = widths[kernel]!;
      return mean + width * truncatedQuantile(rng.next(), (low - mean) / width, (high - mean) / width);
    },
  };
}

/** The innermost loop of all: without a branch, and with nothing to look up in a closure. */
function subtractSquares(
  coordinate: number,
  terms: Float64Array,
  { means, factors }: { readonly means: Float64Array; readonly factors: Float64Array },
): void {
  for (let kernel = 0; kernel < terms.length; kernel++) {
    const distance = (coordinate - means[kernel]!) * factors[kernel]!;
    terms[kernel]! -= distance * distance;
  }
}
