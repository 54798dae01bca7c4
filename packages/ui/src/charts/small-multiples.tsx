import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import classes from './chart.module.css';
import { ChartFrame } from './chart-frame.js';
import { ChartLegend } from './chart-legend.js';
import type { ChartAxis, ChartSeries, PlotRange } from './chart-series.js';
import { ChartTable } from './chart-table.js';
import { PlotSurface } from './plot-surface.js';
import { ZoomOut } from './zoom-out.js';

export interface SmallPlot {
  readonly title: string;
  /** Series of one meaning have the same id, label and colour in every plot. */
  readonly series: readonly ChartSeries[];
}

export interface SmallMultiplesProps {
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly plots: readonly SmallPlot[];
  readonly empty?: ReactNode;
  /** Of each plot in CSS pixels. */
  readonly height?: number;
}

/** Many plots of the same kind, on the same axes, so that they can be compared. A zoom is one of all of them. */
export function SmallMultiples({ height = 170, ...props }: SmallMultiplesProps): ReactElement {
  const { title, x, plots, empty } = props;
  const [zoom, setZoom] = useState<PlotRange | null>(null);
  const range = useMemo(() => rangeOf(plots), [plots]);
  const y = range === null ? props.y : { ...props.y, range };
  return (
    <ChartFrame
      title={title}
      empty={empty}
      isEmpty={range === null}
      tools={<ZoomOut of={title} isZoomed={zoom !== null} onZoomOut={() => setZoom(null)} />}
      table={<ChartTable label={title} x={x} y={y} series={allSeries(plots)} height={2 * height} />}
      plot={
        <>
          <ChartLegend series={distinctSeries(plots)} />
          <ul className={classes.multiples}>
            {plots.map((plot) => (
              <li key={plot.title}>
                <h4 className={classes.small}>{plot.title}</h4>
                <PlotSurface
                  label={`${title}: ${plot.title}`}
                  x={x}
                  y={y}
                  series={plot.series}
                  height={height}
                  zoom={zoom}
                  onZoom={setZoom}
                />
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}

/** Of all plots together; null: none has a number. */
function rangeOf(plots: readonly SmallPlot[]): PlotRange | null {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of plots.flatMap(({ series }) => series.flatMap(({ y }) => y))) {
    if (value === null) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return min <= max ? { min, max } : null;
}

function distinctSeries(plots: readonly SmallPlot[]): readonly ChartSeries[] {
  return [...new Map(plots.flatMap(({ series }) => series.map((each) => [each.id, each] as const))).values()];
}

/** Each under the names of its plot and its own. */
function allSeries(plots: readonly SmallPlot[]): readonly ChartSeries[] {
  return plots.flatMap(({ title, series }) =>
    series.map((each) => ({ ...each, id: `${title}:${each.id}`, label: `${title}: ${each.label}` })),
  );
}
