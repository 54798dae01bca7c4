import type uPlot from 'uplot';
import type { ChartSeries } from './chart-series.js';

export interface SeriesStyle {
  /** Resolves a CSS custom property on the chart's element, so that canvas colours follow the colour scheme. */
  readonly color: (property: string) => string;
  /** 1: a value lasts until the next point; -1: since the one before. */
  readonly stepped: (align: 1 | -1) => uPlot.Series.PathBuilder;
}

/** Points of a crowd are drawn smaller. */
const crowd = 250;

export function seriesOptions(series: ChartSeries, style: SeriesStyle): uPlot.Series {
  const stroke = style.color(series.color);
  const points = series.mark === 'points';
  const steps = series.mark === 'steps' ? 1 : series.mark === 'steps-back' ? -1 : null;
  const alpha = series.faint ? 0.45 : 1;
  return {
    label: series.label,
    stroke,
    alpha,
    width: series.strong ? 2.5 : series.faint ? 1 : 1.5,
    spanGaps: false,
    ...(series.guide ? { dash: [4, 4] } : {}),
    ...(points ? { paths: () => null } : steps === null ? {} : { paths: style.stepped(steps) }),
    points: points
      ? {
          show: true,
          size: series.strong ? 11 : series.large ? 7.5 : series.x.length > crowd ? 3.5 : 5.5,
          fill: series.strong || series.hollow ? 'transparent' : stroke,
          width: series.strong ? 2 : series.hollow ? 1.25 : 0,
        }
      : { show: (self, i) => isLonePoint(self.data[i] ?? []), size: 5, fill: stroke },
  };
}

/** How each series looks; equal where only its points differ. */
export function seriesLooks(series: readonly ChartSeries[]): readonly string[] {
  return series.map(({ id, label, mark, color, strong, faint, hollow, large, guide, x }) =>
    JSON.stringify([id, label, mark, color, strong, faint, hollow, large, guide, x.length > crowd]),
  );
}

/** Exchanges the series that look different in place, so that scales, and with them the zoom, stay as they are. */
export function exchangeSeries(
  plot: uPlot,
  { before, series, style }: { before: readonly string[]; series: readonly ChartSeries[]; style: SeriesStyle },
): void {
  const after = seriesLooks(series);
  for (const [i, each] of series.entries()) {
    if (before[i] === after[i]) continue;
    // The plot's series 0 is the x axis.
    if (i < before.length) plot.delSeries(i + 1);
    plot.addSeries(seriesOptions(each, style), i + 1);
  }
  for (let surplus = before.length; surplus > after.length; surplus--) plot.delSeries(surplus);
}

/** A line needs two points: a trial that ended after its first report is a dot. */
function isLonePoint(values: ArrayLike<number | null | undefined>): boolean {
  let count = 0;
  for (let i = 0; i < values.length && count < 2; i++) if (typeof values[i] === 'number') count++;
  return count === 1;
}
