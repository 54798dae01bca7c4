import { type ReactElement, type ReactNode, useState } from 'react';
import { ChartFrame } from './chart-frame.js';
import { ChartLegend } from './chart-legend.js';
import type { ChartAxis, ChartSample, ChartSeries, PlotRange } from './chart-series.js';
import { ChartTable } from './chart-table.js';
import { PlotSurface } from './plot-surface.js';
import { ZoomOut } from './zoom-out.js';

export interface LineChartProps {
  readonly title: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly sample?: ChartSample | undefined;
  readonly empty?: ReactNode;
  readonly tools?: ReactNode;
  /** Of the plot in CSS pixels. */
  readonly height?: number;
  /** A point was clicked. */
  readonly onPick?: (seriesId: string, x: number) => void;
  /** The part of the x axis that is shown; without `onZoom` the chart keeps its own. */
  readonly zoom?: PlotRange | null;
  readonly onZoom?: (range: PlotRange | null) => void;
}

/** Lines, steps or points over numbers. Drag to zoom, double-click to zoom out. */
export function LineChart({ height = 240, ...props }: LineChartProps): ReactElement {
  const { title, x, y, series, sample, empty, tools, onPick } = props;
  const [ownZoom, setOwnZoom] = useState<PlotRange | null>(null);
  const { zoom = null, onZoom } = props.onZoom ? props : { zoom: ownZoom, onZoom: setOwnZoom };
  return (
    <ChartFrame
      title={title}
      sample={sample}
      empty={empty}
      isEmpty={series.every((each) => each.x.length === 0)}
      tools={
        <>
          {tools}
          <ZoomOut of={title} isZoomed={zoom !== null} onZoomOut={() => onZoom?.(null)} />
        </>
      }
      table={<ChartTable label={title} x={x} y={y} series={series} height={height} />}
      plot={
        <>
          <PlotSurface
            label={title}
            x={x}
            y={y}
            series={series}
            height={height}
            onPick={onPick}
            zoom={zoom}
            onZoom={(range) => onZoom?.(range)}
          />
          {series.length > 1 ? <ChartLegend series={series} /> : null}
        </>
      }
    />
  );
}
