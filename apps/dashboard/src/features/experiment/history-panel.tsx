'use client';

import { EmptyState, HistoryChart } from '@cambium/ui';
import { type ReactElement, useEffect, useState } from 'react';
import type { EventHub } from './event-hub.js';
import { extendHistory } from './extend-history.js';
import type { ExperimentSnapshot } from './page-types.js';

export interface HistoryPanelProps {
  readonly snapshot: ExperimentSnapshot;
  readonly hub: EventHub;
  readonly selected: readonly number[];
  readonly onSelect: (trialNumber: number) => void;
}

export function HistoryPanel({ snapshot, hub, selected, onSelect }: HistoryPanelProps): ReactElement {
  const [history, setHistory] = useState(snapshot.history);
  const objective = snapshot.objectives[0];
  useEffect(
    () =>
      hub.listen(snapshot.lastSeq, (batches) => {
        const trials = batches.flatMap((batch) => batch.trials);
        setHistory(
          (current) =>
            ({ ...current, ...extendHistory(current, trials, objective?.direction ?? 'maximize') }) as typeof current,
        );
      }),
    [hub, snapshot.lastSeq, objective?.direction],
  );
  const unit = snapshot.metrics.find(({ name }) => name === objective?.metric)?.unit ?? '';
  return (
    <HistoryChart
      history={history}
      totalCount={history.totalCount}
      y={{ label: objective?.metric ?? 'value', unit }}
      selected={selected}
      onSelect={onSelect}
      empty={
        <EmptyState title="No value yet" compact order={4}>
          A point appears when the first trial ends.
        </EmptyState>
      }
    />
  );
}
