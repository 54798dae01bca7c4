import { Anchor } from '@mantine/core';
import type { ReactElement } from 'react';
import { formatMetric } from '../values/format-number.js';
import { axisTitle, type ChartSeries } from './chart-series.js';
import type { ChartTableProps } from './chart-table.js';
import { NumberTable } from './number-table.js';
import { isTrialSeries } from './pareto-series.js';
import { trialOf } from './trial-points.js';

export interface ParetoTableProps extends ChartTableProps {
  readonly trialHref: (number: number) => string;
}

/** The trials of a Pareto chart, the front first, each a link: what a click does in the chart. */
export function ParetoTable({ label, x, y, series, height, trialHref }: ParetoTableProps): ReactElement {
  const row = (each: ChartSeries, at: number, i: number) => {
    const number = trialOf(each, i) ?? 0;
    const link = (
      <Anchor href={trialHref(number)} fz="inherit">
        #{number}
      </Anchor>
    );
    return { key: String(number), cells: [link, formatMetric(each.y[i]), formatMetric(at), each.label] };
  };
  const rows = series
    .filter(isTrialSeries)
    .toSorted((a, b) => Number(b.large ?? false) - Number(a.large ?? false))
    .flatMap((each) => each.x.map((at, i) => row(each, at, i)));
  return (
    <NumberTable
      label={label}
      height={height}
      headings={['Trial', axisTitle(y), axisTitle(x), 'What it is']}
      rows={rows}
      noun="trials"
    />
  );
}
