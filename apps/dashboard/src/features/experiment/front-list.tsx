'use client';

import type { Direction } from '@cambium/core';
import { type ExperimentLiveFragment, ParetoFrontDocument, type ParetoFrontQuery } from '@cambium/graphql';
import { formatMetric, ScrollRegion } from '@cambium/ui';
import { Button, Table } from '@mantine/core';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { usePanelAnswer } from '../../lib/apollo/use-panel-answer.js';
import type { EventHub } from '../../lib/live/event-hub.js';
import { useFollowed } from '../../lib/live/use-followed.js';
import { toTrialRow } from '../../lib/trial-row.js';
import classes from './experiment-view.module.css';
import { extendFront, type Front, mostFrontRows } from './extend-front.js';

export interface FrontListProps {
  readonly experiment: ExperimentLiveFragment;
  readonly hub: EventHub;
  /** Another number when the server must be asked anew. */
  readonly frontVersion: number;
  readonly attempt: number;
  /** Shows only the front's trials on the whole page. */
  readonly onShowAll: () => void;
}

/** The trials on the front with their values, best by the first objective first, live. */
export function FrontList({ experiment, hub, frontVersion, attempt, onShowAll }: FrontListProps): ReactElement {
  const { id, objectives, bestTrial } = experiment;
  const variables = { id, first: mostFrontRows };
  const { data, question, refetch } = usePanelAnswer(ParetoFrontDocument, variables, attempt + frontVersion);
  const direction = (objectives[0]?.direction ?? 'maximize') as Direction;
  const [{ rows, totalCount }] = useFollowed({
    hub,
    question,
    lastSeq: data.experiment?.paretoFront.lastSeq ?? 0,
    begin: () => toFront(data),
    extend: (front, batches) => extendFront(front, batches, direction),
    refetch,
  });
  return (
    <>
      <h2 className={classes.cardTitle}>
        Pareto front: <span data-testid="front-size">{totalCount}</span> {totalCount === 1 ? 'trial' : 'trials'}
      </h2>
      <p className={classes.sentence}>No other trial is at least as good in every objective.</p>
      <ScrollRegion className={classes.front} label="Trials on the Pareto front" maxHeight={260}>
        <Table stickyHeader fz="xs" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Trial</Table.Th>
              {objectives.map(({ metric, direction: way }) => (
                <Table.Th key={metric}>
                  {metric}, {way === 'minimize' ? 'lower' : 'higher'} is better
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ number, values }) => (
              <Table.Tr key={number} data-best={number === bestTrial?.number || undefined}>
                <Table.Td>
                  <Link href={`/experiments/${id}/trials/${number}`}>#{number}</Link>
                </Table.Td>
                {objectives.map(({ metric }, i) => (
                  <Table.Td key={metric}>{formatMetric(values?.[i])}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      {totalCount > rows.length ? (
        <Button size="compact-xs" variant="default" mt={6} onClick={onShowAll}>
          Show all {totalCount} in the table of trials
        </Button>
      ) : null}
    </>
  );
}

function toFront(data: ParetoFrontQuery): Front {
  const { edges = [], totalCount = 0 } = data.experiment?.paretoFront ?? {};
  return { rows: edges.map(({ node }) => toTrialRow(node)), totalCount };
}
