import { Anchor, Table } from '@mantine/core';
import type { ReactElement } from 'react';
import { formatMetric } from '../values/format-number.js';
import { ScrollRegion } from '../values/scroll-region.js';
import classes from './chart.module.css';
import { axisTitle, type ChartAxis, type ChartSeries } from './chart-series.js';
import { chartTableLimit } from './chart-table.js';
import { isTrialSeries, trialOf } from './pareto-series.js';

export interface ParetoTableProps {
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly height: number;
  readonly trialHref: (number: number) => string;
}

/** The trials of a Pareto chart, the front first, each a link: what a click does in the chart. */
export function ParetoTable({ label, x, y, series, height, trialHref }: ParetoTableProps): ReactElement {
  const all = series
    .filter(isTrialSeries)
    .toSorted((a, b) => Number(b.large ?? false) - Number(a.large ?? false))
    .flatMap((each) =>
      each.x.map((at, i) => ({ number: trialOf(each, i) ?? 0, what: each.label, x: at, y: each.y[i] ?? null })),
    );
  const rows = all.slice(0, chartTableLimit);
  return (
    <ScrollRegion className={classes.table} maxHeight={height} label={`${label}, table`}>
      <Table stickyHeader fz="xs" verticalSpacing={3}>
        {all.length > rows.length ? (
          <Table.Caption>
            The first {rows.length} of {all.length} trials.
          </Table.Caption>
        ) : null}
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Trial</Table.Th>
            <Table.Th>{axisTitle(y)}</Table.Th>
            <Table.Th>{axisTitle(x)}</Table.Th>
            <Table.Th>What it is</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.number}>
              <Table.Td>
                <Anchor href={trialHref(row.number)} fz="inherit">
                  #{row.number}
                </Anchor>
              </Table.Td>
              <Table.Td>{formatMetric(row.y)}</Table.Td>
              <Table.Td>{formatMetric(row.x)}</Table.Td>
              <Table.Td>{row.what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
