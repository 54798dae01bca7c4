import { Table } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { ScrollRegion } from '../values/scroll-region.js';
import classes from './chart.module.css';

/** Rows that are drawn; more would only slow the page. */
export const numberTableLimit = 500;

export interface NumberTableProps {
  /** The chart that the table stands for. */
  readonly label: string;
  readonly height: number;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** What rows are: "points". */
  readonly noun: string;
}

/** What a chart draws as a table that scrolls by keyboard. Says so where it leaves rows out. */
export function NumberTable({ label, height, headings, rows, noun }: NumberTableProps): ReactElement {
  const shown = rows.slice(0, numberTableLimit);
  return (
    <ScrollRegion className={classes.table} maxHeight={height} label={`${label}, table`}>
      <Table stickyHeader fz="xs" verticalSpacing={3}>
        {rows.length > shown.length ? (
          <Table.Caption>
            The first {shown.length} of {rows.length} {noun}.
          </Table.Caption>
        ) : null}
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ key, cells }) => (
            <Table.Tr key={key}>
              {cells.map((cell, column) => (
                <Table.Td key={headings[column]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
