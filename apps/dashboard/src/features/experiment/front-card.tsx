'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { type ReactElement, Suspense } from 'react';
import { PanelBoundary } from '../shell/panel-boundary.js';
import type { BestTrialCardProps } from './best-trial-card.js';
import { BestTrialDetails } from './best-trial-details.js';
import classes from './experiment-view.module.css';
import { FinalTrials } from './final-trials.js';
import type { FrontListProps } from './front-list.js';
import { NoBest } from './no-best.js';

const placeholder = <Skeleton height={200} />;

// Its list is asked for when the page is there: the server does not know yet whether there is a front.
const FrontList = dynamic(() => import('./front-list.js').then((m) => m.FrontList), {
  ssr: false,
  loading: () => placeholder,
});

export type FrontCardProps = BestTrialCardProps & Omit<FrontListProps, 'attempt'>;

/** The answer of a search for several objectives: its Pareto front, and the one on it that is best by the first. */
export function FrontCard(props: FrontCardProps): ReactElement {
  const { experiment, snapshot } = props;
  const best = experiment.bestTrial;
  if (!best) return <NoBest experiment={experiment} />;
  return (
    <>
      <PanelBoundary what="Pareto front">
        {(attempt) => (
          <Suspense fallback={placeholder}>
            <FrontList {...props} attempt={attempt} />
          </Suspense>
        )}
      </PanelBoundary>
      <FinalTrials experiment={experiment} metrics={snapshot.metrics} />
      <div className={classes.section}>
        <h3>
          Best by {experiment.objectives[0]?.metric}:{' '}
          <Link href={`/experiments/${experiment.id}/trials/${best.number}`}>#{best.number}</Link>
        </h3>
        <BestTrialDetails experiment={experiment} best={best} snapshot={snapshot} />
      </div>
    </>
  );
}
