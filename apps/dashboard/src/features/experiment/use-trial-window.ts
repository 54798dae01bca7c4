'use client';

import { useApolloClient, useSuspenseQuery } from '@apollo/client/react';
import { TrialWindowDocument, type TrialWindowQuery } from '@cambium/graphql';
import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { toTrialRow } from '../../lib/trial-row.js';
import type { EventHub } from './event-hub.js';
import { mergeTrials, type TrialRows } from './merge-trials.js';
import { type WindowState, windowKey, windowVariables } from './view-state.js';

export interface TrialWindow extends TrialRows {
  readonly loadMore: () => void;
}

export interface TrialWindowOptions {
  readonly hub: EventHub;
  /** Another number asks again after an error. */
  readonly attempt: number;
}

/** The trials that match, page by page by keyset, kept true by events; begins anew with another view. */
export function useTrialWindow(id: string, view: WindowState, { hub, attempt }: TrialWindowOptions): TrialWindow {
  const client = useApolloClient();
  const variables = windowVariables(id, view);
  const { data } = useSuspenseQuery(TrialWindowDocument, { variables, queryKey: attempt });
  const question = `${windowKey(view)} ${attempt}`;
  const [held, setHeld] = useState(() => ({ question, rows: toRows(data) }));
  const current = held.question === question ? held : { question, rows: toRows(data) };
  if (current !== held) setHeld(current);
  const window = current.rows;
  /** A change that was meant for an earlier view is dropped. */
  const change = (next: (rows: TrialRows) => TrialRows) =>
    setHeld((now) => (now.question === question ? { question, rows: next(now.rows) } : now));
  const loading = useRef(false);
  const lastSeq = data.experiment?.lastSeq ?? 0;
  const merge = useEffectEvent((changed: Parameters<typeof mergeTrials>[1]) =>
    change((rows) => mergeTrials(rows, changed, view)),
  );
  useEffect(
    () =>
      hub.listen(lastSeq, (batches) => {
        const newest = new Map(
          batches.flatMap((batch) => batch.trials.map((trial) => [trial.id, toTrialRow(trial)] as const)),
        );
        merge([...newest.values()]);
      }),
    // Another view begins anew with the same events behind it.
    // oxlint-disable-next-line react/exhaustive-deps
    [hub, lastSeq, question],
  );
  const loadMore = async () => {
    if (loading.current || window.after === null) return;
    loading.current = true;
    try {
      const page = await client.query({
        query: TrialWindowDocument,
        variables: { ...variables, after: window.after },
        fetchPolicy: 'no-cache',
      });
      const next = toRows(page.data);
      change(({ rows }) => {
        const known = new Set(rows.map((row) => row.id));
        return { ...next, rows: [...rows, ...next.rows.filter((row) => !known.has(row.id))] };
      });
    } catch (error) {
      notifications.show({ color: 'red', title: 'More trials could not be loaded', message: String(error) });
    } finally {
      loading.current = false;
    }
  };
  return { ...window, loadMore: () => void loadMore() };
}

function toRows(data: TrialWindowQuery | undefined): TrialRows {
  const trials = data?.experiment?.trials;
  if (!trials) return { rows: [], totalCount: 0, after: null };
  return {
    rows: trials.edges.map((edge) => toTrialRow(edge.node)),
    totalCount: trials.totalCount,
    after: trials.pageInfo.hasNextPage ? trials.pageInfo.endCursor : null,
  };
}
