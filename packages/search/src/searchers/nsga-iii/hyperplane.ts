import type { Losses } from '../../math/pareto/losses.js';
import { rowCount } from '../../math/pareto/losses.js';
import { solveLinear } from '../../math/solve-linear.js';

/** Ranges smaller than this are no ranges. */
const smallest = 1e-6;

/**
 * Where each loss is 1 after normalisation, less the ideal point: the intercepts of the plane through the extreme rows
 * (Deb and Jain 2014, §IV-C), or where that plane makes no sense the ranges of `losses`. All positive.
 */
export function intercepts(losses: Losses, ideal: Float64Array): Float64Array {
  const { width } = losses;
  const extremes = new Float64Array(width * width);
  for (let axis = 0; axis < width; axis++) {
    const row = extremeRow(losses, ideal, axis);
    for (let column = 0; column < width; column++) {
      extremes[axis * width + column] = shifted(losses, ideal, [row, column]);
    }
  }
  const ranges = rangesOf(losses, ideal);
  const plane = solveLinear(extremes, new Float64Array(width).fill(1))?.map((slope) => 1 / slope);
  return plane?.every((intercept) => intercept > smallest && Number.isFinite(intercept)) ? plane : ranges;
}

/** The row nearest to an axis: the least achievement scalarising function, other losses counted a million times. */
function extremeRow(losses: Losses, ideal: Float64Array, axis: number): number {
  const count = rowCount(losses);
  let best = 0;
  let least = Infinity;
  for (let row = 0; row < count; row++) {
    let worst = shifted(losses, ideal, [row, axis]);
    for (let column = 0; column < losses.width; column++) {
      const loss = shifted(losses, ideal, [row, column]) * 1e6;
      if (column !== axis && loss > worst) worst = loss;
    }
    if (worst >= least) continue;
    least = worst;
    best = row;
  }
  return best;
}

function rangesOf(losses: Losses, ideal: Float64Array): Float64Array {
  const ranges = new Float64Array(losses.width);
  for (let row = 0; row < rowCount(losses); row++) {
    for (let column = 0; column < losses.width; column++) {
      ranges[column] = Math.max(ranges[column] as number, shifted(losses, ideal, [row, column]));
    }
  }
  return ranges.map((range) => (range > smallest ? range : 1));
}

function shifted({ values, width }: Losses, ideal: Float64Array, [row, column]: readonly [number, number]): number {
  return (values[row * width + column] as number) - (ideal[column] as number);
}
