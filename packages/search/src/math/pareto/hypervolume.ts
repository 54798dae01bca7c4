import { type Losses, rowCount } from './losses.js';
import { type Boxes, unionVolume } from './union-volume.js';

/**
 * The volume between the reference point and all that the rows dominate. Rows that are not better than the reference in
 * every loss add nothing, nor do dominated rows and duplicates. O(n log n) for two losses, O(n²) for three.
 */
export function hypervolume(losses: Losses, reference: ArrayLike<number>): number {
  return unionVolume(boxesInside(losses, reference).boxes);
}

/** How far the rows inside of the reference point are from it, longest first side first, and which rows they are. */
export function boxesInside(losses: Losses, reference: ArrayLike<number>): { boxes: Boxes; rows: Int32Array } {
  const { values, width } = losses;
  const sideOf = (row: number, column: number) =>
    (reference[column] as number) - (values[row * width + column] as number);
  const isInside = (row: number) => {
    for (let column = 0; column < width; column++) if (!(sideOf(row, column) > 0)) return false;
    return true;
  };
  const all = Int32Array.from({ length: rowCount(losses) }, (_, row) => row);
  const rows = all.filter(isInside).sort((a, b) => sideOf(b, 0) - sideOf(a, 0) || a - b);
  const sides = Float64Array.from({ length: rows.length * width }, (_, at) =>
    sideOf(rows[Math.floor(at / width)] as number, at % width),
  );
  return { boxes: { sides, dimensions: width, count: rows.length }, rows };
}
