'use client';

import type { Direction } from '@cambium/core';
import type { ExperimentHistoryQuery } from '@cambium/graphql';
import { EmptyState, HistoryChart } from '@cambium/ui';
import { type ReactElement, useEffect, useEffectEvent, useMemo } from 'react';
import { useFollowed } from '../../lib/live/use-followed.js';
import { baselineTrials } from './baseline-trials.js';
import type { BaselinePanelProps } from './chart-panel-props.js';
import { beginHistory, extendHistory, type HistoryRules, historyColumns } from './extend-history.js';
import { NothingShown } from './nothing-shown.js';
import { historyPoints } from './view-state.js';

export interface LiveHistoryProps extends BaselinePanelProps {
  readonly answer: NonNullable<ExperimentHistoryQuery['experiment']>['history'];
  readonly question: string;
  readonly refetch: () => void;
}

/** The history from the server's sample on. When it has doubled, the server samples it anew. */
export function LiveHistory(props: LiveHistoryProps): ReactElement {
  const { snapshot, experiment, hub, view, state, onShow, onSelect, answer, question, refetch } = props;
  const objective = snapshot.objectives[0];
  const { maxStep } = snapshot;
  const rules: HistoryRules = { shown: view, direction: (objective?.direction ?? 'maximize') as Direction, maxStep };
  const [history] = useFollowed({
    hub,
    question,
    lastSeq: answer.lastSeq,
    begin: () => beginHistory(answer),
    extend: (now, batches) => extendHistory(now, batches, rules),
    refetch,
  });
  const sampleAnew = useEffectEvent(refetch);
  const isCrowded = history.points.length > 2 * historyPoints;
  useEffect(() => {
    if (isCrowded) sampleAnew();
  }, [isCrowded]);
  const columns = useMemo(() => historyColumns(history), [history]);
  const baselines = useMemo(
    () =>
      baselineTrials(experiment.baselines).map(({ policy, values }) => ({ policy, value: values[0] ?? Number.NaN })),
    [experiment.baselines],
  );
  const unit = snapshot.metrics.find(({ name }) => name === objective?.metric)?.unit ?? '';
  return (
    <HistoryChart
      history={columns}
      baselines={baselines}
      maxStep={maxStep}
      totalCount={history.totalCount}
      y={{ label: objective?.metric ?? 'value', unit }}
      selected={state.selected}
      onSelect={onSelect}
      brush={state.between}
      onBrush={(between) => onShow({ between })}
      empty={
        <NothingShown shown={view} what="trial with a value" onShow={onShow}>
          <EmptyState title="No value yet" compact order={4}>
            A point appears when the first trial ends.
          </EmptyState>
        </NothingShown>
      }
    />
  );
}
