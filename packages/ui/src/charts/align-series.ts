import type { ChartSeries } from './chart-series.js';

/** Columns over one ascending x. `undefined`: no point of this series here; `null`: a gap in it. */
export type AlignedColumns = [x: number[], ...ys: (number | null | undefined)[][]];

/**
 * Puts series with their own x onto the union of all x, as uPlot wants them. An x that a series has several times is there
 * as often, so that no point is lost.
 */
export function alignSeries(series: readonly Pick<ChartSeries, 'x' | 'y'>[]): AlignedColumns {
  const times = new Map<number, number>();
  for (const each of series) {
    for (const [value, count] of countEach(each.x)) times.set(value, Math.max(count, times.get(value) ?? 0));
  }
  const x = [...times]
    .sort(([a], [b]) => a - b)
    .flatMap(([value, count]) => Array.from({ length: count }, () => value));
  const first = new Map(x.map((value, i) => [value, i] as const).toReversed());
  const columns = series.map((each) => {
    const column = Array.from<number | null | undefined>({ length: x.length });
    const next = new Map(first);
    for (const [i, value] of each.x.entries()) {
      const row = next.get(value) ?? 0;
      column[row] = each.y[i] ?? null;
      next.set(value, row + 1);
    }
    return column;
  });
  return [x, ...columns];
}

function countEach(values: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
