import type { ReactElement } from 'react';
import { formatMetric } from '../values/format-number.js';
import { axisTitle, type ChartAxis, type ChartSeries } from './chart-series.js';
import { NumberTable } from './number-table.js';

export interface ChartTableProps {
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly height: number;
}

/** The numbers of a chart. What is selected is drawn last, over the rest, and read first. */
export function ChartTable({ label, x, y, series, height }: ChartTableProps): ReactElement {
  const rows = series
    .filter(({ guide }) => !guide)
    .toSorted((a, b) => Number(b.strong ?? false) - Number(a.strong ?? false))
    .flatMap((each) =>
      each.x.map((at, i) => ({
        key: `${each.id}:${at}`,
        cells: [each.label, formatMetric(at), formatMetric(each.y[i])],
      })),
    );
  return (
    <NumberTable
      label={label}
      height={height}
      headings={['Series', axisTitle(x), axisTitle(y)]}
      rows={rows}
      noun="points"
    />
  );
}
