'use client';

import type { ExperimentRowFragment } from '@cambium/graphql';
import {
  EmptyState,
  endedTrials,
  formatDuration,
  formatMetric,
  RelativeTime,
  ScrollRegion,
  StateBadge,
  TrialProgress,
} from '@cambium/ui';
import { Button, Code, Group, Table, Text } from '@mantine/core';
import Link from 'next/link';
import { type ReactElement, useTransition } from 'react';
import classes from './list.module.css';
import type { ListState } from './list-state.js';
import { PromotionBadge } from './promotion-badge.js';
import { useLiveList } from './use-live-list.js';

/** The rows of the list; a message that says what to do when there are none. */
export function ListTable({ state }: { readonly state: ListState }): ReactElement {
  const { rows, totalCount, hasMore, loadMore } = useLiveList(state);
  const [loading, startLoading] = useTransition();
  if (rows.length === 0) return <NoExperiments filtered={state.search !== '' || state.states.length > 0} />;
  return (
    <>
      <ScrollRegion label="List of experiments" className={`card ${classes.scroll}`}>
        <Table verticalSpacing={8} horizontalSpacing="md" highlightOnHover aria-label="Experiments" fz="sm">
          <Table.Thead>
            <Table.Tr>
              {['Name', 'State', 'Progress', 'Best', 'Time left', 'Created'].map((title) => (
                <Table.Th key={title}>{title}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <ExperimentLine key={row.id} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <Group mt="xs" justify="space-between">
        <Text size="xs" c="var(--cambium-quiet)">
          {rows.length} of {totalCount} experiments
        </Text>
        {hasMore ? (
          <Button size="xs" variant="default" loading={loading} onClick={() => startLoading(loadMore)}>
            Show more
          </Button>
        ) : null}
      </Group>
    </>
  );
}

function ExperimentLine({ row }: { readonly row: ExperimentRowFragment }): ReactElement {
  const ended = endedTrials(row.counts);
  const objective = row.objectives[0];
  return (
    <Table.Tr>
      <Table.Td>
        <Link href={`/experiments/${row.id}`} className={classes.name ?? ''} title={row.name}>
          {row.name}
        </Link>
        <div className={classes.sub}>
          {row.taskName} · {row.searcherName}
          {row.prunerName ? ` + ${row.prunerName}` : ''}
        </div>
      </Table.Td>
      <Table.Td>
        <StateBadge state={row.state} filled />
      </Table.Td>
      <Table.Td miw={150}>
        <TrialProgress counts={row.counts} total={row.maxTrials} />
        <div className={classes.count}>
          {ended} of {row.maxTrials} trials{row.counts.running > 0 ? `, ${row.counts.running} running` : ''}
        </div>
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {formatMetric(row.bestTrial?.values?.[0])}
        </Text>
        <div className={classes.count}>{objective?.metric}</div>
        {row.promotion ? (
          <PromotionBadge experimentId={row.id} promotion={row.promotion} metric={objective?.metric} />
        ) : null}
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{row.state === 'running' ? formatDuration(row.etaMs) : '–'}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <RelativeTime at={row.createdAt} />
      </Table.Td>
    </Table.Tr>
  );
}

function NoExperiments({ filtered }: { readonly filtered: boolean }): ReactElement {
  if (filtered) {
    return (
      <div className="card">
        <EmptyState title="No experiment matches">
          Change the search or the filter, or <Link href="/">show all experiments</Link>.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="card">
      <EmptyState
        title="No experiment yet"
        action={
          <Button component={Link} href="/experiments/new" mt="xs">
            Create the first experiment
          </Button>
        }
      >
        An experiment searches hyperparameters, architectures, augmentation and training together. Start from a
        template, or run a specification from a terminal: <Code>npx cambium run examples/first-search.yaml</Code>
      </EmptyState>
    </div>
  );
}
