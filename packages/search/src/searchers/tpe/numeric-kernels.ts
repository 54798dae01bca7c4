import type { KernelRows } from './kernel-rows.js';
import type { ObservationTable } from './observation-table.js';
import type { ParameterAxis } from './parameter-axis.js';

// Local names: these run millions of times, and a look-up through a module sandbox's globals is slow.
const { max, min } = Math;

/** On a grid a kernel as narrow as a step would propose what it was made of again: kernels stay this many steps wide. */
const leastSteps = 1.5;

/** One normal for each observation, and the prior's as the last. */
export interface NumericKernels {
  readonly means: Float64Array;
  /** Standard deviations before the normal is cut to the axis. */
  readonly widths: Float64Array;
  /** The kernels of the observations that have the parameter, by their means. */
  readonly sorted: Int32Array;
}

/**
 * Normals at the observations and a prior that spans the axis. An observation without the parameter knows nothing about it:
 * its kernel is the prior's.
 *
 * A width is the larger gap to the two neighbours. A single point takes the ends of the axis for neighbours, several do so
 * only as far as they have none: the outermost use their inner gap. It is at most the range, and at least what `leastWidth`
 * says.
 */
export function numericKernels(
  table: ObservationTable,
  parameter: number,
  { rows, kernelOf, resolution }: KernelRows & { readonly resolution: number },
): NumericKernels {
  const axis = table.axes[parameter]!; // `!` in this file: arrays have an entry for each parameter, row or kernel.
  const column = table.columns[parameter]!;
  const sorted = sortedKernels(table, parameter, kernelOf);
  const { low, high } = axis;
  const range = high - low;
  const means = table.memory.floats(rows.length + 1);
  const widths = table.memory.floats(rows.length + 1);
  means.fill((low + high) / 2);
  widths.fill(range);
  const last = sorted.length - 1;
  const least = leastWidth(axis, { own: sorted.length, all: table.present[parameter]!, resolution });
  const first = last < 0 ? low : column[rows[sorted[0]!]!]!;
  let before = last > 0 ? first : low;
  let here = first;
  for (let place = 0; place <= last; place++) {
    const after = place < last ? column[rows[sorted[place + 1]!]!]! : last > 0 ? here : high;
    const kernel = sorted[place]!;
    means[kernel] = here;
    widths[kernel] = min(range, max(least, max(here - before, after - here)));
    before = here;
    here = after;
  }
  return { means, widths, sorted };
}

/**
 * The range over min(100, n + 2), where hyperopt and Optuna take for n how many observations the density has itself
 * (resolution 0). The few good ones then can't tell points apart that the many others can; with resolution 1 n is how many
 * there are in all, in between a mean of the two.
 */
function leastWidth(
  { kind, low, high, size }: ParameterAxis,
  { own, all, resolution }: { readonly own: number; readonly all: number; readonly resolution: number },
): number {
  const widthFor = (count: number) => (high - low) / Math.min(100, count + 2);
  const floor = kind === 'stepped' ? (leastSteps * (high - low)) / size : 0;
  return Math.min(widthFor(own), Math.max(widthFor(own ** (1 - resolution) * all ** resolution), floor));
}

/** The kernels of rows that have the parameter, by their means. */
function sortedKernels(
  { sorted, present, memory }: ObservationTable,
  parameter: number,
  kernelOf: Int32Array,
): Int32Array {
  const order = sorted[parameter]!;
  const end = present[parameter]!;
  const kernels = memory.integers(end);
  let count = 0;
  for (let place = 0; place < end; place++) {
    const kernel = kernelOf[order[place]!]!;
    if (kernel >= 0) kernels[count++] = kernel;
  }
  return kernels.subarray(0, count);
}
