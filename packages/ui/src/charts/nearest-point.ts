import type uPlot from 'uplot';

export interface PlotPoint {
  /** Index into the chart's series, and of the point among the series' own. */
  readonly series: number;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** CSS pixels within the plotting area. */
  readonly left: number;
  readonly top: number;
}

/** The drawn point nearest to a place of the plotting area, at most `reach` CSS pixels away. Later series win ties. */
export function nearestPoint(plot: uPlot, place: { left: number; top: number }, reach = 28): PlotPoint | null {
  const xs = plot.data[0];
  let low = plot.valToIdx(plot.posToVal(place.left - reach, 'x'));
  let high = plot.valToIdx(plot.posToVal(place.left + reach, 'x'));
  // Of points with one x any may be the one that is found.
  while (low > 0 && xs[low - 1] === xs[low]) low--;
  while (high < xs.length - 1 && xs[high + 1] === xs[high]) high++;
  let best: PlotPoint | null = null;
  let least = reach * reach;
  for (let i = low; i <= high; i++) {
    const x = xs[i];
    if (x === undefined) continue;
    const left = plot.valToPos(x, 'x');
    for (let s = 1; s < plot.data.length; s++) {
      const y = plot.data[s]?.[i];
      if (y === null || y === undefined) continue;
      const top = plot.valToPos(y, 'y');
      const distance = (left - place.left) ** 2 + (top - place.top) ** 2;
      if (distance > least) continue;
      least = distance;
      best = { series: s - 1, index: indexWithin(plot.data[s] ?? [], i), x, y, left, top };
    }
  }
  return best;
}

/** How many points a column has before a row. */
function indexWithin(column: ArrayLike<number | null | undefined>, row: number): number {
  let count = 0;
  for (let i = 0; i < row; i++) if (column[i] !== undefined) count++;
  return count;
}
