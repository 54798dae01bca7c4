import type { Losses } from './losses.js';

/**
 * `rows` in an order of which every beginning is spread out: first the least by the first loss (of equals by the second,
 * and so on), then always the one farthest from those before it, in units of the rows' ranges, of equals the first. A
 * farthest-first traversal (Gonzalez 1985), so that its first n are an ε-net.
 */
export function* farthestFirst(losses: Losses, rows: readonly number[]): Generator<number> {
  let [chosen] = rows;
  if (chosen === undefined) return;
  for (const row of rows) if (comparesLess(losses, row, chosen)) chosen = row;
  const ranges = rangesOf(losses, rows);
  let left = rows.map((row) => ({ row, nearest: Number.POSITIVE_INFINITY }));
  for (;;) {
    yield chosen;
    const newest = chosen;
    left = left
      .filter(({ row }) => row !== newest)
      .map(({ row, nearest }) => ({ row, nearest: Math.min(nearest, distanceBetween(losses, [row, newest], ranges)) }));
    if (left.length === 0) return;
    chosen = left.reduce((best, other) => (other.nearest > best.nearest ? other : best)).row;
  }
}

function comparesLess({ values, width }: Losses, a: number, b: number): boolean {
  for (let column = 0; column < width; column++) {
    const difference = (values[a * width + column] as number) - (values[b * width + column] as number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** 1 where there is none, so that nothing is divided by it. */
function rangesOf({ values, width }: Losses, rows: readonly number[]): Float64Array {
  return Float64Array.from({ length: width }, (_, column) => {
    let least = Number.POSITIVE_INFINITY;
    let greatest = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      least = Math.min(least, values[row * width + column] as number);
      greatest = Math.max(greatest, values[row * width + column] as number);
    }
    return greatest - least || 1;
  });
}

/** Squared: the order is all that is wanted. */
function distanceBetween({ values, width }: Losses, [a, b]: readonly [number, number], ranges: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < width; column++) {
    const difference = (values[a * width + column] as number) - (values[b * width + column] as number);
    sum += (difference / (ranges[column] as number)) ** 2;
  }
  return sum;
}
