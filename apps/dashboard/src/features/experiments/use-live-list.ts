'use client';

import { useApolloClient, useSuspenseQuery } from '@apollo/client/react';
import {
  ExperimentChangedDocument,
  ExperimentListDocument,
  type ExperimentListQuery,
  type ExperimentRowFragment,
} from '@cambium/graphql';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { createFrameBuffer } from '../../lib/live/frame-buffer.js';
import { useLiveSocket } from '../../lib/live/use-live.js';
import { type ListState, listPageSize, listVariables } from './list-state.js';
import { appendExperiments, type LoadedExperiments, mergeExperiments } from './merge-experiments.js';

export interface LiveList {
  readonly rows: readonly ExperimentRowFragment[];
  readonly totalCount: number;
  readonly hasMore: boolean;
  readonly loadMore: () => Promise<void>;
}

/** The API gives no longer pages. */
const longestPage = 500;

/**
 * The experiments that match, kept up to date by subscription. Whatever was shown first, the list is read once more when
 * the subscription listens: from then on nothing is missed. Mount anew (by key) for another filter or order.
 */
export function useLiveList(state: ListState): LiveList {
  const client = useApolloClient();
  const socket = useLiveSocket();
  const variables = listVariables(state);
  const { data } = useSuspenseQuery(ExperimentListDocument, { variables });
  const [loaded, setLoaded] = useState<LoadedExperiments>(() => toLoaded(data));
  /** What has changed since the list is being read; null when it is not. */
  const meanwhile = useRef<ExperimentRowFragment[] | null>(null);
  const fetchPage = async (page: { first: number; after: string | null }) => {
    const answer = await client.query({
      query: ExperimentListDocument,
      variables: { ...variables, ...page },
      fetchPolicy: 'no-cache',
    });
    return toLoaded(answer.data);
  };

  const reload = useEffectEvent(async () => {
    const changes: ExperimentRowFragment[] = [];
    meanwhile.current = changes;
    const first = Math.min(longestPage, Math.max(listPageSize, loaded.rows.length));
    // A failure is no end: the API that is away brings a new connection, and with it a new reading.
    const answer = await fetchPage({ first, after: null }).catch(() => null);
    if (meanwhile.current !== changes) return;
    meanwhile.current = null;
    if (answer) setLoaded((now) => mergeExperiments({ ...answer, outside: now.outside }, changes, state));
  });
  const merge = useEffectEvent((changed: readonly ExperimentRowFragment[]) => {
    const { outside } = mergeExperiments(loaded, changed, state);
    setLoaded((now) => mergeExperiments(now, changed, state));
    // One that is not loaded has changed for the first time: the total has it, or has not.
    if (outside.size > loaded.outside.size) void reload();
    meanwhile.current?.push(...changed);
  });
  useEffect(() => {
    const buffer = createFrameBuffer<ExperimentRowFragment>((changed) => merge(changed));
    const stop = socket?.follow(ExperimentChangedDocument, () => ({}), {
      next: ({ experimentChanged }) => (experimentChanged === null ? void reload() : buffer.push(experimentChanged)),
    });
    return () => {
      buffer.clear();
      stop?.();
    };
  }, [socket]);

  return {
    rows: loaded.rows,
    totalCount: loaded.totalCount,
    hasMore: loaded.after !== null,
    loadMore: async () => {
      const page = await fetchPage({ first: listPageSize, after: loaded.after });
      setLoaded((now) => appendExperiments(now, page));
    },
  };
}

function toLoaded(data: ExperimentListQuery | undefined): LoadedExperiments {
  if (!data) return { rows: [], totalCount: 0, after: null, outside: new Map() };
  const { edges, totalCount, pageInfo } = data.experiments;
  return {
    rows: edges.map((edge) => edge.node),
    totalCount,
    after: pageInfo.hasNextPage ? pageInfo.endCursor : null,
    outside: new Map(),
  };
}
