'use client';

import { EmptyState, TrialTable } from '@cambium/ui';
import { Button, Group, MultiSelect } from '@mantine/core';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { ColumnMenu } from './column-menu.js';
import type { EventHub } from './event-hub.js';
import classes from './experiment-view.module.css';
import type { ExperimentSnapshot } from './page-types.js';
import { useTrialWindow } from './use-trial-window.js';
import { trialStateNames, type ViewState, windowKey } from './view-state.js';

export interface TrialsPanelProps {
  readonly id: string;
  readonly hub: EventHub;
  /** Of loading, after an error. */
  readonly attempt: number;
  readonly columns: Pick<ExperimentSnapshot, 'parameters' | 'metrics' | 'objectives'>;
  readonly maxStep: number;
  readonly state: ViewState;
  readonly selected: readonly number[];
  readonly onShow: (next: Partial<ViewState>) => void;
  readonly onToggle: (number: number) => void;
  readonly onOpen: (number: number) => void;
}

/** Params beyond so many start hidden; the column menu shows them. */
const openParams = 8;

export function TrialsPanel(props: TrialsPanelProps): ReactElement {
  const { id, hub, attempt, columns, maxStep, state, selected, onShow, onToggle, onOpen } = props;
  const { rows, totalCount, after, loadMore } = useTrialWindow(id, state, { hub, attempt });
  const params = useMemo(() => columns.parameters.map((parameter) => parameter.name), [columns]);
  const metrics = useMemo(() => {
    const objectives = new Set(columns.objectives.map((objective) => objective.metric));
    return columns.metrics.filter((metric) => !objectives.has(metric.name)).map((metric) => metric.name);
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
        <Group gap={6}>
          {selected.length > 0 ? (
            <Button size="compact-xs" variant="default" onClick={() => onShow({ selected: [] })}>
              Clear selection ({selected.length})
            </Button>
          ) : null}
          <MultiSelect
            aria-label="Filter trials by state"
            placeholder={state.states.length === 0 ? 'Any state' : ''}
            size="xs"
            miw={150}
            clearable
            data={[...trialStateNames]}
            value={[...state.states]}
            onChange={(states) => onShow({ states: trialStateNames.filter((each) => states.includes(each)) })}
          />
          <ColumnMenu metrics={metrics} params={params} hidden={hidden} onChange={setHidden} />
        </Group>
      </Group>
      <TrialTable
        list={windowKey(state)}
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
        hasMore={after !== null}
        onMore={loadMore}
        height={480}
        empty={
          state.states.length > 0 ? (
            <EmptyState title="No trial in this state" compact order={3}>
              Change the filter above.
            </EmptyState>
          ) : (
            <EmptyState title="No trial yet" compact order={3}>
              Trials appear here as the searcher proposes them. Start the experiment if it is not running.
            </EmptyState>
          )
        }
      />
    </>
  );
}
