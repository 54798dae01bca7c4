'use client';

import { SharedWeightsDocument } from '@cambium/graphql';
import { Skeleton } from '@mantine/core';
import { type ReactElement, Suspense } from 'react';
import { usePanelAnswer } from '../../lib/apollo/use-panel-answer.js';
import { PanelBoundary } from '../shell/panel-boundary.js';
import type { SharedWeightsPanelProps } from './chart-panel-props.js';
import { LiveSharedWeights } from './live-shared-weights.js';

const placeholder = <Skeleton height={300} />;

/** What the judgement by shared weights is worth: how those networks rank that were trained from scratch too. */
export function SharedWeightsPanel(props: SharedWeightsPanelProps): ReactElement {
  return (
    <PanelBoundary what="shared weights">
      {(attempt) => (
        <Suspense fallback={placeholder}>
          <SharedWeights {...props} attempt={attempt} />
        </Suspense>
      )}
    </PanelBoundary>
  );
}

function SharedWeights({
  attempt,
  ...props
}: SharedWeightsPanelProps & { readonly attempt: number }): ReactElement | null {
  const variables = { experimentId: props.snapshot.id };
  const { data, question, refetch } = usePanelAnswer(SharedWeightsDocument, variables, attempt);
  const answer = data.experiment?.sharedWeights;
  return answer ? <LiveSharedWeights {...props} answer={answer} question={question} refetch={refetch} /> : null;
}
