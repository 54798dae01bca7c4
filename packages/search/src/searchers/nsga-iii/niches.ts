import { type Losses, rowCount } from '../../math/pareto/losses.js';

/** What belongs to each row: the nearest direction, and how far it is from the line along it. */
export interface Niches {
  readonly niche: Int32Array;
  readonly distance: Float64Array;
}

/**
 * Associates rows, normalised by `ideal` and `scale`, with reference directions of length 1 (Deb and Jain 2014, §IV-D).
 * The loops look no global name up: they are most of what a tell costs.
 */
export function nichesOf(
  { values, width }: Losses,
  { ideal, scale }: { readonly ideal: Float64Array; readonly scale: Float64Array },
  directions: Float64Array,
): Niches {
  const count = rowCount({ values, width });
  const niche = new Int32Array(count);
  const distance = new Float64Array(count);
  const point = new Float64Array(width);
  for (let row = 0; row < count; row++) {
    let square = 0;
    for (let column = 0; column < width; column++) {
      const loss = (values[row * width + column] as number) - (ideal[column] as number);
      const normalised = loss / (scale[column] as number);
      point[column] = normalised;
      square += normalised * normalised;
    }
    const nearest = farthestAlong(point, directions);
    niche[row] = nearest.index;
    distance[row] = Math.sqrt(Math.max(0, square - nearest.along * nearest.along));
  }
  return { niche, distance };
}

/** The direction at the least angle to a point is the one that it is farthest along. */
function farthestAlong(point: Float64Array, directions: Float64Array): { index: number; along: number } {
  const width = point.length;
  const { length } = directions;
  let best = 0;
  let farthest = -Infinity;
  for (let start = 0, index = 0; start < length; start += width, index++) {
    let along = 0;
    for (let column = 0; column < width; column++) {
      along += (point[column] as number) * (directions[start + column] as number);
    }
    if (along <= farthest) continue;
    farthest = along;
    best = index;
  }
  return { index: best, along: farthest };
}
