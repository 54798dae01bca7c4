'use client';

import { useApolloClient } from '@apollo/client/react';
import { type ExperimentLiveFragment, TrialCountDocument } from '@cambium/graphql';
import { useThrottledCallback } from '@mantine/hooks';
import { useEffect, useEffectEvent } from 'react';
import type { EventBatch, EventHub } from '../../lib/live/event-hub.js';
import { countShown } from './count-shown.js';
import { mayBeShown, type WindowState, windowVariables } from './view-state.js';

export interface ShownCount {
  readonly hub: EventHub;
  /** The event up to which the trials' answer is true. */
  readonly lastSeq: number;
  /** What the server counted last. */
  readonly counted: number;
  readonly onCount: (count: number) => void;
}

/**
 * How many trials match. Where the experiment's counts don't tell, the server is asked after a trial that may match has
 * changed its state, at most once a second.
 */
export function useShownCount(experiment: ExperimentLiveFragment, view: WindowState, count: ShownCount): number {
  const { hub, lastSeq, counted, onCount } = count;
  const { id } = experiment;
  const client = useApolloClient();
  const exact = countShown(experiment, view);
  const ask = useThrottledCallback(async () => {
    const { filter } = windowVariables(id, view);
    const answer = await client
      .query({ query: TrialCountDocument, variables: { id, filter }, fetchPolicy: 'no-cache' })
      .catch(() => null);
    const total = answer?.data?.experiment?.trials.totalCount;
    if (total !== undefined) onCount(total);
  }, 1000);
  const follow = useEffectEvent((batches: readonly EventBatch[]) => {
    if (batches.some((batch) => mayChangeCount(batch, view))) ask();
  });
  const unknown = exact === null;
  useEffect(
    () => (unknown ? hub.listen(lastSeq, { batches: (batches) => follow(batches), gap: () => ask() }) : undefined),
    [hub, lastSeq, unknown, ask],
  );
  return exact ?? counted;
}

function mayChangeCount({ events, trials }: EventBatch, view: WindowState): boolean {
  const changed = new Set(events.filter(({ type }) => type !== 'trial.reported').map(({ trialNumber }) => trialNumber));
  return trials.some((trial) => changed.has(trial.number) && mayBeShown(trial, view));
}
