'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import { EmptyState, TrialTable } from '@cambium/ui';
import { Group } from '@mantine/core';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { questionOf } from '../../lib/apollo/sent-with-page.js';
import type { EventHub } from '../../lib/live/event-hub.js';
import { ColumnMenu } from './column-menu.js';
import classes from './experiment-view.module.css';
import { NothingShown } from './nothing-shown.js';
import type { ExperimentSnapshot } from './page-types.js';
import { useTrialWindow } from './use-trial-window.js';
import { type ViewState, windowVariables } from './view-state.js';

export interface TrialsPanelProps {
  readonly experiment: ExperimentLiveFragment;
  readonly hub: EventHub;
  /** Another number asks again. */
  readonly attempt: number;
  readonly columns: Pick<ExperimentSnapshot, 'parameters' | 'metrics' | 'objectives'>;
  readonly state: ViewState;
  readonly selected: readonly number[];
  readonly onShow: (next: Partial<ViewState>) => void;
  readonly onToggle: (number: number) => void;
  readonly onOpen: (number: number) => void;
}

/** Params beyond so many start hidden; the column menu shows them. */
const openParams = 8;

export function TrialsPanel(props: TrialsPanelProps): ReactElement {
  const { experiment, hub, attempt, columns, state, selected, onShow, onToggle, onOpen } = props;
  const { id, maxStep } = experiment;
  const { rows, totalCount, next, loadMore } = useTrialWindow(experiment, state, { hub, attempt });
  const params = useMemo(() => columns.parameters.map((parameter) => parameter.name), [columns]);
  const metrics = useMemo(() => {
    const objectives = new Set(columns.objectives.map((objective) => objective.metric));
    return columns.metrics.filter(({ name, perChoice }) => !objectives.has(name) && !perChoice).map(({ name }) => name);
  }, [columns]);
  const [hidden, setHidden] = useState<readonly string[]>(() => [
    ...params.slice(openParams).map((name) => `param:${name}`),
    ...columns.metrics
      .filter(({ name, when }) => when !== 'static' || name === 'activation_bytes')
      .map(({ name }) => `metric:${name}`),
  ]);
  const href = useCallback((number: number) => `/experiments/${id}/trials/${number}`, [id]);
  return (
    <>
      <Group justify="space-between" mb="xs" gap="xs">
        <h2 className={classes.cardTitle} style={{ margin: 0 }}>
          Trials
        </h2>
        <ColumnMenu metrics={metrics} params={params} hidden={hidden} onChange={setHidden} />
      </Group>
      <TrialTable
        list={questionOf(windowVariables(id, state))}
        rows={rows}
        totalCount={totalCount}
        objectives={columns.objectives}
        metrics={metrics}
        params={params}
        maxStep={maxStep}
        trialHref={href}
        sort={state.sort}
        onSort={(sort) => onShow({ sort })}
        selected={selected}
        onToggle={onToggle}
        onOpen={onOpen}
        hidden={hidden}
        hasMore={next.kind === 'page'}
        onMore={loadMore}
        note={next.kind === 'full' ? 'order or filter to reach the others' : undefined}
        height={480}
        empty={
          <NothingShown shown={state} what="trial" onShow={onShow}>
            <EmptyState title="No trial yet" compact order={3}>
              Trials appear here as the searcher proposes them. Start the experiment if it is not running.
            </EmptyState>
          </NothingShown>
        }
      />
    </>
  );
}
