import { logMass, logMassAround, truncatedQuantile } from '../../math/truncated-normal.js';
import type { KernelColumn, KernelSpan } from './kernel-column.js';
import type { NumericKernels } from './numeric-kernels.js';
import type { ParameterAxis } from './parameter-axis.js';

/**
 * Cells farther than this many widths from a kernel get nothing from it: φ(9) is 1e-18, so that even 10,000 kernels of the
 * least width would change what the prior alone gives by less than 1e-11.
 */
const negligible = 9;

/** On grids of at most so many values candidates often share one: its probabilities are kept. */
const small = 100;

/**
 * Probabilities of cells under normals cut to the axis. On a grid many kernels are equal: what depends on the mean and the
 * width alone is computed once for all of them.
 */
export function steppedColumn(axis: ParameterAxis, kernels: NumericKernels): KernelColumn {
  const { low, high } = axis;
  const { shapeOf, shapes, means, widths } = distinctShapes(kernels);
  const count = shapeOf.length;
  // `!` in this file: indices stay within arrays with an entry for each kernel or shape.
  const logInside = new Float64Array(shapes);
  for (let shape = 0; shape < shapes; shape++) {
    logInside[shape] = logMass((low - means[shape]!) / widths[shape]!, (high - means[shape]!) / widths[shape]!);
  }
  const logScales = new Float64Array(count);
  for (let kernel = 0; kernel < count; kernel++) logScales[kernel] = logInside[shapeOf[kernel]!]!;
  const massOf = (cell: Cell, shape: number) => logMassOf(cell, means[shape]!, widths[shape]!);
  const known = new Map<number, Float64Array>();
  const massesAt = (coordinate: number) => {
    const cell = cellAt(axis, coordinate);
    const masses = known.get(coordinate) ?? Float64Array.from(means.keys(), (shape) => massOf(cell, shape));
    known.set(coordinate, masses);
    return masses;
  };
  const addKnown = (coordinate: number, terms: Float64Array, { from, to }: KernelSpan) => {
    const masses = massesAt(coordinate);
    for (let kernel = from; kernel < to; kernel++) terms[kernel]! += masses[shapeOf[kernel]!]!;
  };
  const addAnew = (coordinate: number, terms: Float64Array, { from, to, floor }: KernelSpan) => {
    const cell = cellAt(axis, coordinate);
    for (let kernel = from; kernel < to; kernel++) {
      if (terms[kernel]! >= floor) terms[kernel]! += massOf(cell, shapeOf[kernel]!);
    }
  };
  return {
    logScales,
    ...(axis.size <= small
      ? { add: addKnown }
      : {
          add: addAnew,
          termAt: (coordinate: number, kernel: number) => massOf(cellAt(axis, coordinate), shapeOf[kernel]!),
        }),
    sample(kernel, rng) {
      const mean = means[shapeOf[kernel]!]!;
      const width = widths[shapeOf[kernel]!]!;
      const drawn = mean + width * truncatedQuantile(rng.next(), (low - mean) / width, (high - mean) / width);
      return axis.toAxis(axis.fromAxis(drawn));
    },
  };
}

interface Cell {
  readonly middle: number;
  readonly half: number;
}

function cellAt(axis: ParameterAxis, coordinate: number): Cell {
  const from = axis.cellStart(coordinate);
  const to = axis.cellEnd(coordinate);
  return { middle: (from + to) / 2, half: (to - from) / 2 };
}

/** The log probability of a cell under a normal that is not cut. */
function logMassOf({ middle, half }: Cell, mean: number, width: number): number {
  const z = (middle - mean) / width;
  const d = half / width;
  return Math.abs(z) - d > negligible ? -Infinity : logMassAround(z, d);
}

/** Which kernels have the same mean and width. The prior's shape is the first; it is also that of unknown observations. */
function distinctShapes({ means, widths, sorted }: NumericKernels) {
  const shapeOf = new Int32Array(means.length);
  const shapeMeans = [means.at(-1)!];
  const shapeWidths = [widths.at(-1)!];
  for (const kernel of sorted) {
    const last = shapeMeans.length - 1;
    const isNew = last === 0 || means[kernel] !== shapeMeans[last] || widths[kernel] !== shapeWidths[last];
    shapeOf[kernel] = isNew ? last + 1 : last;
    if (!isNew) continue;
    shapeMeans.push(means[kernel]!);
    shapeWidths.push(widths[kernel]!);
  }
  const shapes = shapeMeans.length;
  return { shapeOf, shapes, means: Float64Array.from(shapeMeans), widths: Float64Array.from(shapeWidths) };
}
