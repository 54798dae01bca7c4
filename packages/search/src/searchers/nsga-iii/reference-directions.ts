/**
 * Directions of length 1, spread over the objectives, `width` numbers each, row after row: at most `most` of them, and at
 * least one for each objective. One layer on the unit simplex (Das and Dennis 1998); where it would have no direction
 * in its inside, a second layer at half the size (Deb and Jain 2014, §IV-A).
 */
export function referenceDirections(width: number, most: number): Float64Array {
  if (width === 1) return Float64Array.of(1);
  let outer = 1;
  while (latticeSize(width, outer + 1) <= most) outer++;
  const rows = lattice(width, outer);
  if (outer >= width) return unitRows(rows);
  let inner = Math.max(1, outer - 1);
  while (inner > 0 && latticeSize(width, outer) + latticeSize(width, inner) > most) inner--;
  const inside = inner === 0 ? [] : lattice(width, inner).map((row) => row.map((share) => share / 2 + 0.5 / width));
  return unitRows([...rows, ...inside]);
}

/** Points with coordinates 0, 1/p, 2/p … 1 that sum to 1. */
function lattice(width: number, partitions: number): number[][] {
  const extend = (row: readonly number[], left: number): number[][] => {
    if (row.length === width - 1) return [[...row, left / partitions]];
    return Array.from({ length: left + 1 }, (_, share) => extend([...row, share / partitions], left - share)).flat();
  };
  return extend([], partitions);
}

/** How many those are: C(width + p − 1, p). */
function latticeSize(width: number, partitions: number): number {
  let size = 1;
  for (let i = 1; i <= partitions; i++) size = (size * (width - 1 + i)) / i;
  return Math.round(size);
}

function unitRows(rows: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(rows.flatMap((row) => row.map((share) => share / Math.hypot(...row))));
}
