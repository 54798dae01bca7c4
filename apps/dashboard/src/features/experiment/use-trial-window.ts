'use client';

import { useApolloClient } from '@apollo/client/react';
import { type ExperimentLiveFragment, TrialWindowDocument, type TrialWindowQuery } from '@cambium/graphql';
import type { TrialRowData } from '@cambium/ui';
import { notifications } from '@mantine/notifications';
import { useRef } from 'react';
import { usePanelAnswer } from '../../lib/apollo/use-panel-answer.js';
import type { EventBatch, EventHub } from '../../lib/live/event-hub.js';
import { useFollowed } from '../../lib/live/use-followed.js';
import { toTrialRow } from '../../lib/trial-row.js';
import { frontChanges } from './front-changes.js';
import { appendPage, mergeTrials, type TrialRows } from './merge-trials.js';
import { useShownCount } from './use-shown-count.js';
import { type WindowState, windowVariables } from './view-state.js';

export interface TrialWindow extends TrialRows {
  /** Trials that match, loaded or not. */
  readonly totalCount: number;
  readonly loadMore: () => void;
}

export interface TrialWindowOptions {
  readonly hub: EventHub;
  /** Another number asks again. */
  readonly attempt: number;
}

interface HeldRows extends TrialRows {
  /** As the server counted. */
  readonly counted: number;
}

/** The trials that match, page by page by keyset, kept true by events; begins anew with another view. */
export function useTrialWindow(
  experiment: ExperimentLiveFragment,
  view: WindowState,
  { hub, attempt }: TrialWindowOptions,
): TrialWindow {
  const client = useApolloClient();
  const variables = windowVariables(experiment.id, view);
  const { data, question, refetch } = usePanelAnswer(TrialWindowDocument, variables, attempt);
  const merge = <Rows extends TrialRows>(rows: Rows, batches: readonly EventBatch[]): Rows => ({
    ...rows,
    ...withoutLeavers(mergeTrials(rows, newestRows(batches), view), batches),
  });
  const lastSeq = data.experiment?.trials.lastSeq ?? 0;
  const [held, change] = useFollowed<HeldRows>({
    hub,
    question,
    lastSeq,
    begin: () => toRows(data),
    extend: merge,
    refetch,
  });
  const { rows, next, counted } = held;
  const totalCount = useShownCount(experiment, view, {
    hub,
    lastSeq,
    counted,
    onCount: (count) => change((now) => ({ ...now, counted: count })),
  });

  const loading = useRef(false);
  const loadMore = async () => {
    if (loading.current || next.kind !== 'page') return;
    loading.current = true;
    try {
      const page = await client.query({
        query: TrialWindowDocument,
        variables: { ...variables, after: next.after },
        fetchPolicy: 'no-cache',
      });
      // What happened while the page was on its way was merged into the rows before it was among them.
      const missed = hub.since(page.data?.experiment?.trials.lastSeq ?? 0);
      if (missed === null) refetch();
      else change((now) => merge({ ...now, ...appendPage(now, toRows(page.data), view) }, missed));
    } catch (error) {
      notifications.show({ color: 'red', title: 'More trials could not be loaded', message: String(error) });
    } finally {
      loading.current = false;
    }
  };
  return { rows, next, totalCount, loadMore: () => void loadMore() };
}

/** Each trial once, as its last batch has it. */
function newestRows(batches: readonly EventBatch[]): readonly TrialRowData[] {
  return [...new Map(batches.flatMap(({ trials }) => trials.map((trial) => [trial.id, toTrialRow(trial)]))).values()];
}

/** Who left the front is on it no more; nothing else of such a trial has changed, so that it did not come with the events. */
function withoutLeavers(current: TrialRows, batches: readonly EventBatch[]): TrialRows {
  const left = new Set(batches.flatMap(frontChanges).flatMap((change) => change.left));
  if (left.size === 0) return current;
  return { ...current, rows: current.rows.map((row) => (left.has(row.number) ? { ...row, onFront: false } : row)) };
}

function toRows(data: TrialWindowQuery | undefined): HeldRows {
  const trials = data?.experiment?.trials;
  if (!trials) return { rows: [], next: { kind: 'end' }, counted: 0 };
  const { hasNextPage, endCursor } = trials.pageInfo;
  return {
    rows: trials.edges.map((edge) => toTrialRow(edge.node)),
    next: hasNextPage && endCursor !== null ? { kind: 'page', after: endCursor } : { kind: 'end' },
    counted: trials.totalCount,
  };
}
