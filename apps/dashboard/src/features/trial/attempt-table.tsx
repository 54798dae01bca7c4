'use client';

import { EmptyState, formatDuration, RelativeTime, ScrollRegion } from '@cambium/ui';
import { Table } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from '../experiment/experiment-view.module.css';
import type { AttemptInfo } from './trial-types.js';
import { useTrialRecord } from './use-trial-record.js';

export interface AttemptTableProps {
  readonly trialId: string;
  readonly first: readonly AttemptInfo[];
  readonly revision: number;
}

/** Each execution: who ran it, on what, how it ended. */
export function AttemptTable({ trialId, first, revision }: AttemptTableProps): ReactElement {
  const attempts = useTrialRecord(trialId, revision)?.attempts ?? first;
  return (
    <>
      <h2 className={classes.cardTitle}>Attempts</h2>
      {attempts.length === 0 ? (
        <EmptyState title="Not started" compact order={3}>
          No runner has taken this trial yet.
        </EmptyState>
      ) : (
        <ScrollRegion label="Attempts, table">
          <Table fz="xs" verticalSpacing={5} aria-label="Attempts">
            <Table.Thead>
              <Table.Tr>
                {['#', 'State', 'Runner', 'Device', 'Started', 'Took'].map((title) => (
                  <Table.Th key={title}>{title}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {attempts.map((attempt) => (
                <Table.Tr key={attempt.id}>
                  <Table.Td>{attempt.epoch}</Table.Td>
                  <Table.Td title={attempt.failure?.message}>
                    {attempt.state}
                    {attempt.failure ? ` (${attempt.failure.code})` : ''}
                  </Table.Td>
                  <Table.Td title={attempt.runnerId}>{attempt.runnerName ?? attempt.runnerId.slice(0, 8)}</Table.Td>
                  <Table.Td>{attempt.device ?? '–'}</Table.Td>
                  <Table.Td>
                    <RelativeTime at={attempt.startedAt} />
                  </Table.Td>
                  <Table.Td>
                    {attempt.endedAt
                      ? formatDuration(Date.parse(attempt.endedAt) - Date.parse(attempt.startedAt))
                      : 'running'}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollRegion>
      )}
    </>
  );
}
