import { logMass, truncatedQuantile } from '../../math/truncated-normal.js';
import { ArrayMemory } from './array-memory.js';
import type { KernelColumn, KernelSpan } from './kernel-column.js';
import type { NumericKernels } from './numeric-kernels.js';
import type { ParameterAxis } from './parameter-axis.js';

// A local name: this runs millions of times, and a look-up through a module sandbox's globals is slow.
const { log } = Math;
const halfLogTwoPi = 0.9189385332046727;

/** Widths from a mean: what a normal has beyond changes no sum with 1. */
const tail = 9;

/** Densities of normals cut to the axis. */
export function continuousColumn(
  { low, high }: ParameterAxis,
  { means, widths }: NumericKernels,
  memory = new ArrayMemory(),
): KernelColumn {
  const count = means.length;
  const logScales = memory.floats(count);
  /** 1 / (√2 width): the square of a distance times this is the exponent. */
  const factors = memory.floats(count);
  // From 100 observations on most widths are the least one.
  let width = Number.NaN;
  let logWidth = Number.NaN;
  let factor = Number.NaN;
  for (let kernel = 0; kernel < count; kernel++) {
    const mean = means[kernel]!; // `!` in this file: all arrays are as long as `means`, kernels are below that.
    if (widths[kernel] !== width) {
      width = widths[kernel]!;
      logWidth = log(width) + halfLogTwoPi;
      factor = Math.SQRT1_2 / width;
    }
    const isCut = mean - low < tail * width || high - mean < tail * width;
    logScales[kernel] = isCut ? logMass((low - mean) / width, (high - mean) / width) + logWidth : logWidth;
    factors[kernel] = factor;
  }
  const normals = { means, factors };
  return {
    logScales,
    add: (coordinate, terms, span) => subtractSquares(coordinate, terms, span, normals),
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
  { from, to }: KernelSpan,
  { means, factors }: { readonly means: Float64Array; readonly factors: Float64Array },
): void {
  for (let kernel = from; kernel < to; kernel++) {
    const distance = (coordinate - means[kernel]!) * factors[kernel]!;
    terms[kernel]! -= distance * distance;
  }
}
