import type { ChartSeries } from './chart-series.js';

/** Columns over one ascending x. `undefined`: no point of this series here; `null`: a gap in it. */
export type AlignedColumns = [x: number[], ...ys: (number | null | undefined)[][]];

/** Puts series with their own x onto the union of all x, as uPlot wants them. */
export function alignSeries(series: readonly Pick<ChartSeries, 'x' | 'y'>[]): AlignedColumns {
  const x = [...new Set(series.flatMap((each) => [...each.x]))].sort((a, b) => a - b);
  const place = new Map(x.map((value, i) => [value, i]));
  const columns = series.map((each) => {
    const column = Array.from<number | null | undefined>({ length: x.length });
    for (const [i, value] of each.x.entries()) column[place.get(value) ?? 0] = each.y[i] ?? null;
    return column;
  });
  return [x, ...columns];
}
