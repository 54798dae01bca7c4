import type uPlot from 'uplot';

export interface PlotPoint {
  /** Index into the chart's series. */
  readonly series: number;
  readonly x: number;
  readonly y: number;
  /** CSS pixels within the plotting area. */
  readonly left: number;
  readonly top: number;
}

/** The drawn point nearest to a place of the plotting area, at most `reach` CSS pixels away. Later series win ties. */
export function nearestPoint(plot: uPlot, place: { left: number; top: number }, reach = 28): PlotPoint | null {
  const xs = plot.data[0];
  const low = plot.valToIdx(plot.posToVal(place.left - reach, 'x'));
  const high = plot.valToIdx(plot.posToVal(place.left + reach, 'x'));
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
      best = { series: s - 1, x, y, left, top };
    }
  }
  return best;
}
