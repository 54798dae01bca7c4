'use client';

import { formatDuration, formatMetric, lineColor, ScrollRegion, StateBadge } from '@cambium/ui';
import { Button, Table, VisuallyHidden } from '@mantine/core';
import Link from 'next/link';
import type { ReactElement } from 'react';
import classes from './compare.module.css';
import type { Cell, ComparedRows, CompareRow } from './compare-rows.js';
import type { Goal } from './same-goal.js';

export interface CompareTableProps {
  readonly compared: ComparedRows;
  readonly goal: Goal;
  readonly onRemove: (id: string) => void;
}

/** One row per experiment; the best of each column of results is marked. */
export function CompareTable({ compared, goal, onRemove }: CompareTableProps): ReactElement {
  const { rows, testMetric } = compared;
  const unit = goal.unit === '' || goal.unit === '1' ? '' : ` (${goal.unit})`;
  const results = [
    { title: 'At equal cost', sub: `best ${goal.metric}${unit}` },
    { title: rows.every(({ isOver }) => isOver) ? 'At the end' : 'By now', sub: `best ${goal.metric}${unit}` },
    ...(testMetric === null ? [] : [{ title: 'Tested', sub: testMetric }]),
  ];
  return (
    <ScrollRegion label="Table of the comparison" className={classes.scroll}>
      <Table verticalSpacing={8} aria-label="Compared experiments" fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              Experiment
              <div className={classes.sub}>searcher</div>
            </Table.Th>
            <Table.Th>State</Table.Th>
            <Table.Th>Trials</Table.Th>
            <Table.Th>Device time</Table.Th>
            {results.map(({ title, sub }) => (
              <Table.Th key={title}>
                {title}
                <div className={classes.sub}>{sub}</div>
              </Table.Th>
            ))}
            <Table.Th>
              <VisuallyHidden>Remove</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, place) => (
            <Line key={row.experiment.id} {...{ row, place, testMetric, onRemove }} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

interface LineProps extends Pick<CompareTableProps, 'onRemove'> {
  readonly row: CompareRow;
  /** Among the experiments: says its colour. */
  readonly place: number;
  readonly testMetric: string | null;
}

function Line({ row, place, testMetric, onRemove }: LineProps): ReactElement {
  const { experiment, label, trials, seconds, atEqualCost, now, tested } = row;
  const { id, state, searcherName, prunerName } = experiment;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <span className={classes.name}>
          <span className={classes.swatch} style={{ background: `var(${lineColor(place)})` }} aria-hidden="true" />
          <Link href={`/experiments/${id}`} title={label}>
            {label}
          </Link>
        </span>
        <div className={classes.searcher}>
          {searcherName}
          {prunerName ? ` + ${prunerName}` : ''}
        </div>
      </Table.Th>
      <Table.Td>
        <StateBadge state={state} />
      </Table.Td>
      <Table.Td>{trials}</Table.Td>
      <Table.Td className={classes.short}>{seconds === 0 ? '–' : formatDuration(1000 * seconds)}</Table.Td>
      <Result cell={atEqualCost} experiment={experiment} />
      <Result cell={now} experiment={experiment} />
      {testMetric === null ? null : <Result cell={tested} experiment={experiment} />}
      <Table.Td>
        <Button size="compact-xs" variant="default" onClick={() => onRemove(id)}>
          Remove<VisuallyHidden>&nbsp;{label}</VisuallyHidden>
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}

interface ResultProps {
  readonly cell: Cell | null;
  readonly experiment: CompareRow['experiment'];
}

function Result({ cell, experiment: { id, maxStep } }: ResultProps): ReactElement {
  if (cell === null) return <Table.Td>–</Table.Td>;
  return (
    <Table.Td className={classes.short} data-leads={cell.leads || undefined}>
      <span className={classes.value}>
        {formatMetric(cell.value)}
        {cell.leads ? <span className={classes.leads}>best</span> : null}
      </span>
      <div className={classes.sub}>
        <Link href={`/experiments/${id}/trials/${cell.trial}`}>#{cell.trial}</Link>
        {cell.isPart ? ` at step ${cell.steps} of ${maxStep}` : ''}
      </div>
    </Table.Td>
  );
}
