'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import { formatMetric } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { BestTrialDetails } from './best-trial-details.js';
import classes from './experiment-view.module.css';
import { FinalTrials } from './final-trials.js';
import { NoBest } from './no-best.js';
import type { ExperimentSnapshot } from './page-types.js';

export interface BestTrialCardProps {
  readonly experiment: ExperimentLiveFragment;
  readonly snapshot: ExperimentSnapshot;
}

/** The answer so far: score, cost, params, network, augmentation; the winners' test results once they are there. */
export function BestTrialCard({ experiment, snapshot }: BestTrialCardProps): ReactElement {
  const best = experiment.bestTrial;
  if (!best) return <NoBest experiment={experiment} />;
  const objective = experiment.objectives[0];
  return (
    <>
      <h2 className={classes.cardTitle}>
        Best trial <Link href={`/experiments/${experiment.id}/trials/${best.number}`}>#{best.number}</Link>
      </h2>
      <div className={classes.score}>
        <span className={classes.value} data-testid="best-value">
          {formatMetric(best.values?.[0])}
        </span>
        <span className={classes.metric}>
          {objective?.metric}, {objective?.direction === 'minimize' ? 'lower' : 'higher'} is better
        </span>
        {objective?.formula ? <span className={classes.metric}>{objective.formula}</span> : null}
      </div>
      <FinalTrials experiment={experiment} metrics={snapshot.metrics} />
      <BestTrialDetails experiment={experiment} best={best} snapshot={snapshot} skip={[objective?.metric ?? '']} />
    </>
  );
}
