'use client';

import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useSuspenseQuery } from '@apollo/client/react';
import { startTransition } from 'react';
import { questionOf, useCameWithPage } from './sent-with-page.js';

export interface PanelAnswer<Data> {
  readonly data: Data;
  /** What was asked, as a key. */
  readonly question: string;
  /** Asks again; the panel shows what it has meanwhile. */
  readonly refetch: () => void;
}

/**
 * The answer to a panel's question: the one that came with the page, else a new one. Never one of an earlier visit, which
 * nothing has kept true; so nothing of it stays in the cache either, where each filter and order would add its rows.
 *
 * @param attempt another number asks again: after an error, or when something changed that only the server can tell.
 */
export function usePanelAnswer<Data, Variables extends OperationVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  attempt: number,
): PanelAnswer<Data> {
  const question = `${questionOf(variables)}${attempt === 0 ? '' : ` again ${attempt}`}`;
  const fetchPolicy = useCameWithPage(question) ? 'cache-first' : 'no-cache';
  const { data, refetch } = useSuspenseQuery(document as TypedDocumentNode<unknown, OperationVariables>, {
    variables,
    queryKey: attempt,
    fetchPolicy,
  });
  return {
    data: data as Data,
    question,
    refetch: () => startTransition(() => void refetch().catch(() => undefined)),
  };
}
