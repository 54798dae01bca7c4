/** Cells of [0, 1] in which densities of numbers are compared. */
export const cellCount = 32;

/** Where values lie: one of some choices, or a place in [0, 1]; -1 where there is none. */
export interface Column {
  readonly cells: Int16Array;
  readonly size: number;
  /** Neighbouring cells are alike, as those of numbers are. */
  readonly smooth: boolean;
}

/** From places in [0, 1]; NaN where there is none. */
export function numberColumn(places: ArrayLike<number>): Column {
  const cells = Int16Array.from({ length: places.length }, (_, i) => {
    const place = places[i]!;
    return Number.isNaN(place) ? -1 : Math.min(cellCount - 1, Math.max(0, Math.floor(place * cellCount)));
  });
  return { cells, size: cellCount, smooth: true };
}

/** From indices of choices; -1 where there is none. */
export function choiceColumn(indices: ArrayLike<number>, size: number): Column {
  return { cells: Int16Array.from(indices), size, smooth: false };
}

/**
 * The chance of each cell among some rows, and of having no value, last. Numbers are smoothed by a Gaussian whose width
 * follows Scott's rule; one even share is added, as a Parzen estimator's prior is, so that no chance is 0.
 */
export function cellDensity({ cells, size, smooth }: Column, rows: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(size + 1);
  for (let i = 0; i < rows.length; i++) {
    const cell = cells[rows[i]!]!;
    counts[cell < 0 ? size : cell]!++;
  }
  const spread = smooth ? smoothed(counts, size) : counts;
  const total = rows.length + 1;
  return spread.map((count) => (count + 1 / (size + 1)) / total);
}

/** All but the last, which is for rows without a value. */
function smoothed(counts: Float64Array, size: number): Float64Array {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let cell = 0; cell < size; cell++) {
    n += counts[cell]!;
    sum += counts[cell]! * cell;
    squares += counts[cell]! * cell * cell;
  }
  if (n === 0) return counts;
  const deviation = Math.sqrt(Math.max(0, squares / n - (sum / n) ** 2));
  const width = Math.max(0.5, 1.06 * deviation * n ** -0.2);
  const result = new Float64Array(size + 1);
  result[size] = counts[size]!;
  for (let from = 0; from < size; from++) {
    if (counts[from] === 0) continue;
    let mass = 0;
    for (let to = 0; to < size; to++) mass += Math.exp(-0.5 * ((to - from) / width) ** 2);
    for (let to = 0; to < size; to++) {
      result[to]! += (counts[from]! * Math.exp(-0.5 * ((to - from) / width) ** 2)) / mass;
    }
  }
  return result;
}
