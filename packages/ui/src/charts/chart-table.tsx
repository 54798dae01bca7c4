import { Table } from '@mantine/core';
import type { ReactElement } from 'react';
import { formatMetric } from '../values/format-number.js';
import { ScrollRegion } from '../values/scroll-region.js';
import classes from './chart.module.css';
import { axisTitle, type ChartAxis, type ChartSeries } from './chart-series.js';

/** Rows that the table view draws; more would only slow the page. */
export const chartTableLimit = 500;

export interface ChartTableProps {
  readonly label: string;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly series: readonly ChartSeries[];
  readonly height: number;
}

/** The numbers of a chart as a table that scrolls by keyboard. */
export function ChartTable({ label, x, y, series, height }: ChartTableProps): ReactElement {
  // What is selected is drawn last, over the rest, and read first.
  const all = series
    .toSorted((a, b) => Number(b.strong ?? false) - Number(a.strong ?? false))
    .flatMap((each) => each.x.map((at, i) => ({ name: each.label, id: each.id, at, value: each.y[i] })));
  const rows = all.slice(0, chartTableLimit);
  return (
    <ScrollRegion className={classes.table} maxHeight={height} label={`${label}, table`}>
      <Table stickyHeader fz="xs" verticalSpacing={3}>
        {all.length > rows.length ? (
          <Table.Caption>
            The first {rows.length} of {all.length} points.
          </Table.Caption>
        ) : null}
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Series</Table.Th>
            <Table.Th>{axisTitle(x)}</Table.Th>
            <Table.Th>{axisTitle(y)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={`${row.id}:${row.at}`}>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td>{formatMetric(row.at)}</Table.Td>
              <Table.Td>{formatMetric(row.value)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
