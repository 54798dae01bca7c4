'use client';

import { ExperimentHistoryDocument } from '@cambium/graphql';
import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import { type ReactElement, Suspense } from 'react';
import { usePanelAnswer } from '../../lib/apollo/use-panel-answer.js';
import { PanelBoundary } from '../shell/panel-boundary.js';
import type { BaselinePanelProps } from './chart-panel-props.js';
import { historyVariables } from './view-state.js';

const placeholder = <Skeleton height={300} />;

// Charts are canvases: nothing of them can be in the server's HTML but their place.
const LiveHistory = dynamic(() => import('./live-history.js').then((m) => m.LiveHistory), {
  ssr: false,
  loading: () => placeholder,
});

/** How the search went: the first objective by trial. */
export function HistoryPanel(props: BaselinePanelProps): ReactElement {
  return (
    <PanelBoundary what="history">
      {(attempt) => (
        <Suspense fallback={placeholder}>
          <History {...props} attempt={attempt} />
        </Suspense>
      )}
    </PanelBoundary>
  );
}

function History({ attempt, ...props }: BaselinePanelProps & { readonly attempt: number }): ReactElement | null {
  const { snapshot, view, frontVersion } = props;
  const variables = historyVariables(snapshot.id, view);
  const { data, question, refetch } = usePanelAnswer(ExperimentHistoryDocument, variables, attempt + frontVersion);
  const answer = data.experiment?.history;
  return answer ? <LiveHistory {...props} answer={answer} question={question} refetch={refetch} /> : null;
}
