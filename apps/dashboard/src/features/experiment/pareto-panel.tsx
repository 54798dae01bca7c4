'use client';

import { ObjectiveValuesDocument } from '@cambium/graphql';
import { Skeleton } from '@mantine/core';
import { type ReactElement, Suspense } from 'react';
import { usePanelAnswer } from '../../lib/apollo/use-panel-answer.js';
import { PanelBoundary } from '../shell/panel-boundary.js';
import type { ParetoPanelProps } from './chart-panel-props.js';
import { LivePareto } from './live-pareto.js';
import { objectivesVariables } from './view-state.js';

const placeholder = <Skeleton height={340} />;

/** Two objectives against each other. */
export function ParetoPanel(props: ParetoPanelProps): ReactElement {
  return (
    <PanelBoundary what="objectives">
      {(attempt) => (
        <Suspense fallback={placeholder}>
          <Objectives {...props} attempt={attempt} />
        </Suspense>
      )}
    </PanelBoundary>
  );
}

function Objectives({ attempt, ...props }: ParetoPanelProps & { readonly attempt: number }): ReactElement | null {
  const { snapshot, view, frontVersion } = props;
  const variables = objectivesVariables(snapshot.id, view);
  const { data, question, refetch } = usePanelAnswer(ObjectiveValuesDocument, variables, attempt + frontVersion);
  const answer = data.experiment?.objectiveValues;
  return answer ? <LivePareto {...props} answer={answer} question={question} refetch={refetch} /> : null;
}
