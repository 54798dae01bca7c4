import type { Losses } from './losses.js';

/**
 * How lonely each of `rows` is among them, in their order (Deb et al. 2002, §III-B): the sides of the box between its
 * neighbours, in units of each loss's range, summed. Infinity for one least and one greatest row of each loss; of equals
 * only the first is extreme, and the others are as crowded as they look.
 */
export function crowdingDistances({ values, width }: Losses, rows: ArrayLike<number>): Float64Array {
  const distances = new Float64Array(rows.length);
  const order = Int32Array.from({ length: rows.length }, (_, place) => place);
  for (let column = 0; column < width; column++) {
    const lossAt = (place: number) => values[(rows[place] as number) * width + column] as number;
    order.sort((a, b) => {
      const left = lossAt(a);
      const right = lossAt(b);
      return left === right ? a - b : left < right ? -1 : 1;
    });
    addGaps(distances, order, lossAt);
  }
  return distances;
}

/** What one loss adds, given the places in its order. */
function addGaps(distances: Float64Array, order: Int32Array, lossAt: (place: number) => number): void {
  const last = order.length - 1;
  if (last < 0) return;
  const least = order[0] as number;
  const range = lossAt(order[last] as number) - lossAt(least);
  distances[least] = Infinity;
  if (range === 0) return;
  distances[firstOfEquals(order, lossAt)] = Infinity;
  for (let i = 1; i < last; i++) {
    const place = order[i] as number;
    const gap = lossAt(order[i + 1] as number) - lossAt(order[i - 1] as number);
    // Infinite losses have no meaningful gaps: ∞ − ∞ and ∞ / ∞.
    if (gap < Infinity && range < Infinity) distances[place] = (distances[place] as number) + gap / range;
  }
}

/** The first place among those with the greatest loss. */
function firstOfEquals(order: Int32Array, lossAt: (place: number) => number): number {
  let index = order.length - 1;
  const greatest = lossAt(order[index] as number);
  while (index > 0 && lossAt(order[index - 1] as number) === greatest) index--;
  return order[index] as number;
}
