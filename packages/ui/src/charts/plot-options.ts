import type uPlot from 'uplot';
import { formatPlain } from '../values/format-number.js';
import { axisTitle, type ChartAxis, type ChartSeries, type PlotRange } from './chart-series.js';
import { logTicks } from './log-ticks.js';
import { type SeriesStyle, seriesOptions } from './plot-series.js';

export interface PlotStyle extends SeriesStyle {
  readonly width: number;
  readonly height: number;
}

export interface PlotRanges {
  /** Asked whenever data arrives: a zoom outlives it. */
  readonly now: () => PlotRange | null;
  /** What the y axis shows at least; null: the data alone. Asked whenever data arrives. */
  readonly span: () => PlotRange | null;
  /** A part of the x axis was dragged over, or null: double-clicked. */
  readonly ask: (range: PlotRange | null) => void;
}

/** Drags over fewer CSS pixels are clicks with an unsteady hand. */
const leastDrag = 5;

/** uPlot's options for a list of series. No legend: labels come with the hover card and the table view. */
export function plotOptions(
  { x, y, series }: { x: ChartAxis; y: ChartAxis; series: readonly ChartSeries[] },
  style: PlotStyle,
  ranges: PlotRanges,
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
    scales: {
      x: { time: false, range: zoomedRange(ranges, x), ...(x.log ? { distr: 3 } : {}) },
      y: { range: spannedRange(ranges, y), ...(y.log ? { distr: 3 } : {}) },
    },
    legend: { show: false },
    cursor: {
      // uPlot takes a series' cursor point away with it, so each has to have one.
      points: { show: hiddenPoint },
      drag: { x: true, y: false, setScale: false },
      y: false,
      bind: {
        dblclick: () => () => {
          ranges.ask(null);
          return null;
        },
      },
    },
    hooks: { setSelect: [(plot) => askForSelection(plot, ranges)] },
    axes: [
      {
        ...axis,
        ...ticksOf(x),
        label: axisTitle(x),
        size: 26,
        values: (_, ticks) => ticks.map((t) => (x.continuous || Number.isInteger(t) ? formatPlain(t) : '')),
      },
      { ...axis, ...ticksOf(y), label: axisTitle(y), size: 52, values: (_, ticks) => ticks.map((t) => formatPlain(t)) },
    ],
    series: [{}, ...series.map((each) => seriesOptions(each, style))],
  };
}

function askForSelection(plot: uPlot, { ask }: PlotRanges): void {
  const { left, width } = plot.select;
  if (width === 0) return;
  plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  if (width >= leastDrag) ask({ min: plot.posToVal(left, 'x'), max: plot.posToVal(left + width, 'x') });
}

function zoomedRange({ now }: PlotRanges, x: ChartAxis): uPlot.Range.Function {
  return (_, low, high) => {
    const range = now();
    if (range !== null) return [range.min, range.max];
    return x.continuous ? paddedRange(low, high, x) : [low, high];
  };
}

function spannedRange({ span }: PlotRanges, y: ChartAxis): uPlot.Range.Function {
  return (_, low, high) => {
    const least = span();
    if (least === null) return paddedRange(low, high, y);
    return paddedRange(Math.min(low ?? least.min, least.min), Math.max(high ?? least.max, least.max), y);
  };
}

/** uPlot's own ticks of a logarithmic axis begin at its end, whatever number that is. */
function ticksOf({ log = false }: ChartAxis): Pick<uPlot.Axis, 'splits' | 'filter'> {
  if (!log) return {};
  return { splits: (_, _axis, min, max) => logTicks(min, max), filter: (_, ticks) => ticks };
}

function hiddenPoint(): HTMLElement {
  const point = document.createElement('div');
  point.hidden = true;
  return point;
}

/** Some air at both ends; a constant series gets a range around it. */
function paddedRange(low: number | null, high: number | null, { log = false }: ChartAxis): uPlot.Range.MinMax {
  if (low === null || high === null) return log ? [1, 10] : [0, 1];
  if (log) {
    const factor = high > low ? (high / low) ** 0.06 : 2;
    return [low / factor, high * factor];
  }
  const pad = high > low ? (high - low) * 0.06 : Math.abs(high) * 0.1 || 0.5;
  return [low - pad, high + pad];
}
