import type uPlot from 'uplot';
import { formatPlain } from '../values/format-number.js';
import { axisTitle, type ChartAxis, type ChartSeries } from './chart-series.js';

export interface PlotStyle {
  readonly width: number;
  readonly height: number;
  /** Resolves a CSS custom property on the chart's element, so that canvas colours follow the colour scheme. */
  readonly color: (property: string) => string;
  readonly stepped: () => uPlot.Series.PathBuilder;
}

/** uPlot's options for a list of series. No legend: labels come with the hover card and the table view. */
export function plotOptions(
  { x, y, series }: { x: ChartAxis; y: ChartAxis; series: readonly ChartSeries[] },
  style: PlotStyle,
): uPlot.Options {
  const ink = style.color('--cambium-quiet');
  const grid = { stroke: style.color('--cambium-grid'), width: 1 };
  const font = '11px Inter, system-ui, sans-serif';
  const axis = {
    stroke: ink,
    grid,
    ticks: { ...grid, size: 4 },
    font,
    labelFont: `500 ${font}`,
    labelSize: 18,
    labelGap: 2,
  };
  return {
    width: style.width,
    height: style.height,
    scales: { x: { time: false }, y: { range: paddedRange } },
    legend: { show: false },
    cursor: { points: { show: false }, drag: { x: true, y: false, setScale: true }, y: false },
    axes: [
      {
        ...axis,
        label: axisTitle(x),
        size: 26,
        values: (_, ticks) => ticks.map((t) => (Number.isInteger(t) ? `${t}` : '')),
      },
      { ...axis, label: axisTitle(y), size: 52, values: (_, ticks) => ticks.map((t) => formatPlain(t)) },
    ],
    series: [{}, ...series.map((each) => seriesOptions(each, style))],
  };
}

/** Points of a crowd are drawn smaller. */
const crowd = 250;

function seriesOptions(series: ChartSeries, style: PlotStyle): uPlot.Series {
  const stroke = style.color(series.color);
  const points = series.mark === 'points';
  const alpha = series.faint ? 0.45 : 1;
  return {
    label: series.label,
    stroke,
    alpha,
    width: series.strong ? 2.5 : series.faint ? 1 : 1.5,
    spanGaps: false,
    ...(points ? { paths: () => null } : series.mark === 'steps' ? { paths: style.stepped() } : {}),
    points: points
      ? {
          show: true,
          size: series.strong ? 11 : series.x.length > crowd ? 3.5 : 5.5,
          fill: series.strong ? 'transparent' : stroke,
          width: series.strong ? 2 : 0,
        }
      : { show: (self, i) => isLonePoint(self.data[i] ?? []), size: 5, fill: stroke },
  };
}

/** A line needs two points: a trial that ended after its first report is a dot. */
function isLonePoint(values: ArrayLike<number | null | undefined>): boolean {
  let count = 0;
  for (let i = 0; i < values.length && count < 2; i++) if (typeof values[i] === 'number') count++;
  return count === 1;
}

/** Some air above and below; a constant series gets a range around it. */
function paddedRange(_: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  const pad = high > low ? (high - low) * 0.06 : Math.abs(high) * 0.1 || 0.5;
  return [low - pad, high + pad];
}
