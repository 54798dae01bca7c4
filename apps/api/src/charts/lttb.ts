/**
 * Indices of at most `count` points that keep a line's shape: Largest Triangle Three Buckets (Steinarsson 2013,
 * "Downsampling Time Series for Visual Representation", section 4.2). First and last are always kept. `x` ascends.
 */
export function largestTriangleThreeBuckets(x: ArrayLike<number>, y: ArrayLike<number>, count: number): number[] {
  const length = x.length;
  if (length <= count || count < 3) return Array.from({ length: Math.min(length, Math.max(count, 0)) }, (_, i) => i);
  const chosen = [0];
  const bucket = (length - 2) / (count - 2);
  const start = (index: number) => Math.floor(index * bucket) + 1;
  for (let index = 0; index < count - 2; index++) {
    const nextEnd = Math.min(start(index + 2), length);
    const next = meanPoint(x, y, start(index + 1), nextEnd);
    const last = chosen.at(-1) ?? 0;
    let best = start(index);
    let bestArea = -1;
    for (let i = start(index); i < start(index + 1); i++) {
      // Twice the triangle's area; the factor does not matter.
      const area = Math.abs(
        (at(x, last) - next.x) * (at(y, i) - at(y, last)) - (at(x, last) - at(x, i)) * (next.y - at(y, last)),
      );
      if (area > bestArea) {
        bestArea = area;
        best = i;
      }
    }
    chosen.push(best);
  }
  chosen.push(length - 1);
  return chosen;
}

function meanPoint(x: ArrayLike<number>, y: ArrayLike<number>, from: number, to: number): { x: number; y: number } {
  let sumX = 0;
  let sumY = 0;
  for (let i = from; i < to; i++) {
    sumX += at(x, i);
    sumY += at(y, i);
  }
  return { x: sumX / (to - from), y: sumY / (to - from) };
}

// Indices come from loops bounded by length.
const at = (values: ArrayLike<number>, index: number) => values[index] as number;
