'use client';

import { useApolloClient, useSuspenseQuery } from '@apollo/client/react';
import { ExperimentChangedDocument, ExperimentListDocument, type ExperimentRowFragment } from '@cambium/graphql';
import { useEffect, useEffectEvent, useState } from 'react';
import { createFrameBuffer } from '../../lib/live/frame-buffer.js';
import { useLiveSocket, useReconnect } from '../../lib/live/use-live.js';
import { type ListState, listVariables } from './list-state.js';
import { mergeExperiments } from './merge-experiments.js';

export interface LiveList {
  readonly rows: readonly ExperimentRowFragment[];
  readonly totalCount: number;
  readonly hasMore: boolean;
  readonly loadMore: () => Promise<void>;
}

interface Loaded {
  readonly rows: readonly ExperimentRowFragment[];
  readonly totalCount: number;
  readonly after: string | null;
}

/** The experiments that match, kept up to date by subscription. Mount anew (by key) for another filter or order. */
export function useLiveList(state: ListState): LiveList {
  const client = useApolloClient();
  const socket = useLiveSocket();
  const variables = listVariables(state);
  const { data } = useSuspenseQuery(ExperimentListDocument, { variables });
  const [loaded, setLoaded] = useState<Loaded>(() => toLoaded(data));
  const fetchPage = async (after: string | null) => {
    const page = await client.query({
      query: ExperimentListDocument,
      variables: { ...variables, after },
      fetchPolicy: 'no-cache',
    });
    return toLoaded(page.data);
  };

  useReconnect(() => void fetchPage(null).then(setLoaded));
  const merge = useEffectEvent((changed: readonly ExperimentRowFragment[]) =>
    setLoaded((current) => {
      const { rows, added } = mergeExperiments(current.rows, changed, state);
      return { ...current, rows, totalCount: current.totalCount + added };
    }),
  );
  useEffect(() => {
    const buffer = createFrameBuffer<ExperimentRowFragment>((changed) => merge(changed));
    const stop = socket?.follow(ExperimentChangedDocument, () => ({}), {
      next: ({ experimentChanged }) => buffer.push(experimentChanged),
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
      const page = await fetchPage(loaded.after);
      setLoaded((current) => {
        const known = new Set(current.rows.map((row) => row.id));
        return { ...page, rows: [...current.rows, ...page.rows.filter((row) => !known.has(row.id))] };
      });
    },
  };
}

function toLoaded(
  data:
    | {
        experiments: {
          edges: { node: ExperimentRowFragment }[];
          totalCount: number;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }
    | undefined,
): Loaded {
  if (!data) return { rows: [], totalCount: 0, after: null };
  const { edges, totalCount, pageInfo } = data.experiments;
  return { rows: edges.map((edge) => edge.node), totalCount, after: pageInfo.hasNextPage ? pageInfo.endCursor : null };
}
