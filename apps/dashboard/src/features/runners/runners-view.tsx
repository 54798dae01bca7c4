'use client';

import { useSuspenseQuery } from '@apollo/client/react';
import { RunnerListDocument, type RunnerRowFragment, RunnersChangedDocument } from '@cambium/graphql';
import { EmptyState, RelativeTime, ScrollRegion } from '@cambium/ui';
import { Code, Group, Progress, Table, Text, Title } from '@mantine/core';
import { type ReactElement, useEffect, useState } from 'react';
import { useLiveSocket } from '../../lib/live/use-live.js';
import { ConnectRunner } from './connect-runner.js';
import classes from './runners.module.css';

/** Who runs trials, with how many slots, and how to add one. */
export function RunnersView(): ReactElement {
  const socket = useLiveSocket();
  const { data } = useSuspenseQuery(RunnerListDocument);
  // The subscription gives all runners at once and after each change: nothing falls between it and the first list.
  const [live, setLive] = useState<readonly RunnerRowFragment[] | null>(null);
  useEffect(
    () => socket?.follow(RunnersChangedDocument, () => ({}), { next: ({ runnersChanged }) => setLive(runnersChanged) }),
    [socket],
  );
  const runners = live ?? data.runners;
  const alive = runners.filter((runner) => runner.alive);
  const slots = alive.reduce((sum, runner) => sum + runner.slots.length, 0);
  const busy = alive.reduce((sum, runner) => sum + runner.busy, 0);
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          Runners
        </Title>
        <Text size="sm" c="var(--cambium-quiet)">
          {alive.length} connected · {busy} of {slots} slots busy
        </Text>
      </Group>
      <ScrollRegion className={`card ${classes.list}`} label="Known runners">
        {runners.length === 0 ? (
          <EmptyState title="No runner has connected yet">
            Trials wait until one does. <Code>npm start</Code> starts a local runner; more are connected as below.
          </EmptyState>
        ) : (
          <Table verticalSpacing={8} horizontalSpacing="md" fz="sm" aria-label="Runners">
            <Table.Thead>
              <Table.Tr>
                {['Runner', 'State', 'Slots', 'Busy', 'Last heard of'].map((title) => (
                  <Table.Th key={title}>{title}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {runners.map((runner) => (
                <RunnerLine key={runner.id} runner={runner} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </ScrollRegion>
      {data.viewer.role === 'owner' ? <ConnectRunner /> : null}
    </>
  );
}

function RunnerLine({ runner }: { readonly runner: RunnerRowFragment }): ReactElement {
  const kinds = [...new Set(runner.slots.map((slot) => slot.kind))].join(', ');
  const names = runner.slots.map((slot) => slot.name).join(', ');
  return (
    <Table.Tr>
      <Table.Td>
        <div className={`truncate ${classes.name}`} title={`${runner.name} (${runner.id})`}>
          {runner.name}
        </div>
      </Table.Td>
      <Table.Td>
        <span className={classes.state} data-alive={runner.alive}>
          {runner.alive ? 'connected' : 'away'}
        </span>
      </Table.Td>
      <Table.Td>
        <span title={names}>
          {runner.slots.length} × {kinds || 'no slot'}
        </span>
      </Table.Td>
      <Table.Td miw={120}>
        <Progress
          value={(100 * runner.busy) / Math.max(runner.slots.length, 1)}
          aria-label={`${runner.busy} of ${runner.slots.length} slots busy`}
          mb={2}
        />
        <Text size="xs" c="var(--cambium-quiet)">
          {runner.busy} of {runner.slots.length}
        </Text>
      </Table.Td>
      <Table.Td>
        <RelativeTime at={runner.lastSeenAt} />
      </Table.Td>
    </Table.Tr>
  );
}
