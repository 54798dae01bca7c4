import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { ChartFrame } from './chart-frame.js';
import { ChartLegend } from './chart-legend.js';
import type { ChartAxis, PlotRange } from './chart-series.js';
import { type Better, type ParetoColumns, type ParetoMarks, paretoSeries } from './pareto-series.js';
import { ParetoTable } from './pareto-table.js';
import { PlotSurface } from './plot-surface.js';
import { trialOf } from './trial-points.js';
import { ZoomOut } from './zoom-out.js';

export interface ParetoAxis {
  readonly metric: string;
  readonly unit: string;
  readonly better: Better;
  /** A number of parts, such as params or FLOPs: a factor says more about it than a difference. */
  readonly isCount?: boolean;
}

export interface ParetoChartProps extends Omit<ParetoMarks, 'better'> {
  readonly points: ParetoColumns;
  readonly x: ParetoAxis;
  readonly y: ParetoAxis;
  /** Trials that match and have values, drawn or not. */
  readonly totalCount: number;
  readonly trialHref: (number: number) => string;
  /** A point was clicked. */
  readonly onOpen: (number: number) => void;
  readonly tools?: ReactNode;
  readonly empty?: ReactNode;
  readonly height?: number;
}

/** Two objectives against each other: every trial a point, the Pareto front a line. A click opens a trial, a drag zooms in. */
export function ParetoChart({ height = 280, ...props }: ParetoChartProps): ReactElement {
  const { points, x, y, totalCount, trialHref, onOpen, tools, empty, maxStep, best, selected, baselines } = props;
  const [zoom, setZoom] = useState<PlotRange | null>(null);
  const series = useMemo(
    () =>
      paretoSeries(points, {
        better: { x: x.better, y: y.better },
        maxStep,
        best,
        selected,
        ...(baselines === undefined ? {} : { baselines }),
      }),
    [points, x.better, y.better, maxStep, best, selected, baselines],
  );
  const axes = useMemo(
    () => ({
      x: axisOf(x, [...points.x, ...points.front.x]),
      y: axisOf(y, [...points.y, ...points.front.y]),
    }),
    [points, x, y],
  );
  return (
    <ChartFrame
      title="Pareto front"
      sample={{ shown: points.number.length, total: totalCount, noun: 'trials' }}
      empty={empty}
      isEmpty={series.length === 0}
      tools={
        <>
          {tools}
          <ZoomOut of="the Pareto front" isZoomed={zoom !== null} onZoomOut={() => setZoom(null)} />
        </>
      }
      table={<ParetoTable label="Pareto front" {...axes} series={series} height={height} trialHref={trialHref} />}
      plot={
        <>
          <PlotSurface
            label="Pareto front"
            {...axes}
            series={series}
            height={height}
            zoom={zoom}
            onZoom={setZoom}
            onPick={(id, _, index) => {
              const picked = series.find((each) => each.id === id);
              const number = picked && trialOf(picked, index);
              if (typeof number === 'number') onOpen(number);
            }}
          />
          <ChartLegend series={series.filter(({ id }) => id !== 'line')} />
        </>
      }
    />
  );
}

/** Counts that differ by this factor would crowd at one end of a linear axis. */
const wide = 10;

function axisOf({ metric, unit, better, isCount = false }: ParetoAxis, values: readonly number[]): ChartAxis {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const greatest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const log = isCount && least > 0 && greatest / least >= wide;
  return { label: `${metric}, ${better} is better`, unit, continuous: true, ...(log ? { log } : {}) };
}
