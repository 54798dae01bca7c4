'use client';

import { useApolloClient, useSuspenseQuery } from '@apollo/client/react';
import {
  type ComparedExperimentFragment,
  ComparedExperimentsDocument,
  type ComparedExperimentsQuery,
  ExperimentChangedDocument,
} from '@cambium/graphql';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useLiveSocket } from '../../lib/live/use-live.js';
import { comparedVariables } from './compare-state.js';

/** After a reading, so long at least before the next: some searches end many trials a second. */
const restMs = 1000;

/**
 * Those of the experiments that are there, in the order of their ids, read anew when one of them has changed, and once when
 * the subscription listens: from then on nothing is missed. Mount anew (by key) for others.
 *
 * @param attempt another number asks again, after an error.
 */
export function useLiveComparison(ids: readonly string[], attempt: number): readonly ComparedExperimentFragment[] {
  const client = useApolloClient();
  const socket = useLiveSocket();
  const variables = comparedVariables(ids);
  const { data } = useSuspenseQuery(ComparedExperimentsDocument, { variables, queryKey: attempt });
  const [answer, setAnswer] = useState<ComparedExperimentsQuery>(data);
  const reading = useRef<'no' | 'yes' | 'again'>('no');
  const found = answer.experiments.edges.map(({ node }) => node);

  const read = useEffectEvent(async (isOver: () => boolean) => {
    if (reading.current !== 'no') {
      reading.current = 'again';
      return;
    }
    do {
      reading.current = 'yes';
      // A failure is no end: the API that is away brings a new connection, and with it a new reading.
      const next = await client
        .query({ query: ComparedExperimentsDocument, variables, fetchPolicy: 'no-cache' })
        .catch(() => null);
      if (next?.data && !isOver()) setAnswer(next.data);
      await new Promise((resolve) => setTimeout(resolve, restMs));
    } while (wantsAgain(reading.current) && !isOver());
    reading.current = 'no';
  });
  const isNews = useEffectEvent(({ id, lastSeq }: { readonly id: string; readonly lastSeq: number }) =>
    found.some((each) => each.id === id && lastSeq > each.lastSeq),
  );
  useEffect(() => {
    let over = false;
    const stop = socket?.follow(ExperimentChangedDocument, () => ({}), {
      next: ({ experimentChanged }) => {
        if (experimentChanged === null || isNews(experimentChanged)) void read(() => over);
      },
    });
    return () => {
      over = true;
      stop?.();
    };
  }, [socket]);

  return ids.flatMap((id) => found.find((each) => each.id === id) ?? []);
}

/** A function, since the compiler can't know that another call has changed it. */
function wantsAgain(state: 'no' | 'yes' | 'again'): boolean {
  return state === 'again';
}
