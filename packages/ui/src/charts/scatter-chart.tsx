import { Anchor } from '@mantine/core';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { formatMetric } from '../values/format-number.js';
import { ChartFrame } from './chart-frame.js';
import { axisTitle, type ChartAxis, type ChartSeries, type PlotRange } from './chart-series.js';
import { NumberTable } from './number-table.js';
import { PlotSurface } from './plot-surface.js';
import { type TrialPoint, trialOf, trialPoints } from './trial-points.js';
import { ZoomOut } from './zoom-out.js';

export interface ScatterChartProps {
  readonly title: string;
  readonly points: readonly TrialPoint[];
  /** What each point is: "network". */
  readonly noun: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly trialHref: (number: number) => string;
  /** A point was clicked. */
  readonly onOpen: (number: number) => void;
  readonly empty?: ReactNode;
  readonly height?: number;
}

/** Two measures of the same trials against each other. A click opens a trial, a drag zooms in; the table has links. */
export function ScatterChart({ height = 220, ...props }: ScatterChartProps): ReactElement {
  const { title, points, noun, x, y, trialHref, onOpen, empty } = props;
  const [zoom, setZoom] = useState<PlotRange | null>(null);
  const series = useMemo<readonly [ChartSeries]>(
    () => [
      { id: 'trials', label: noun, mark: 'points', color: '--cambium-complete', large: true, ...trialPoints(points) },
    ],
    [points, noun],
  );
  const [{ x: xs, y: ys }] = series;
  const rows = xs.map((at, i) => {
    const number = trialOf(series[0], i) ?? 0;
    const link = (
      <Anchor href={trialHref(number)} fz="inherit">
        #{number}
      </Anchor>
    );
    return { key: String(number), cells: [link, formatMetric(at), formatMetric(ys[i])] };
  });
  return (
    <ChartFrame
      title={title}
      empty={empty}
      isEmpty={points.length === 0}
      tools={<ZoomOut of={title} isZoomed={zoom !== null} onZoomOut={() => setZoom(null)} />}
      table={
        <NumberTable
          label={title}
          height={height}
          headings={['Trial', axisTitle(x), axisTitle(y)]}
          rows={rows}
          noun={`${noun}s`}
        />
      }
      plot={
        <PlotSurface
          label={title}
          x={{ continuous: true, ...x }}
          y={y}
          series={series}
          height={height}
          zoom={zoom}
          onZoom={setZoom}
          onPick={(_id, _x, index) => {
            const number = trialOf(series[0], index);
            if (number !== null) onOpen(number);
          }}
        />
      }
    />
  );
}
