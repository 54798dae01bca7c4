'use client';

import { useQuery } from '@apollo/client/react';
import { type ExperimentLiveFragment, TrialDetailByNumberDocument } from '@cambium/graphql';
import { EmptyState, Facts, formatMetric, ParamsTable } from '@cambium/ui';
import { Skeleton } from '@mantine/core';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { jsonRecord, numberRecord } from '../../lib/json-record.js';
import { DesignView } from './design-view.js';
import classes from './experiment-view.module.css';
import { FinalTrials } from './final-trials.js';
import { metricFacts } from './metric-facts.js';
import type { ExperimentSnapshot, TrialDesignInfo } from './page-types.js';

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
      </div>
      <FinalTrials experiment={experiment} metrics={snapshot.metrics} />
      <div className={classes.section}>
        <Facts facts={metricFacts(numberRecord(best.metrics), snapshot.metrics, objective?.metric)} />
      </div>
      <div className={classes.section}>
        <h3>Parameters</h3>
        <ParamsTable params={jsonRecord(best.params)} />
      </div>
      <BestDesign experimentId={experiment.id} best={best} first={snapshot.bestTrial} />
    </>
  );
}

interface BestDesignProps {
  readonly experimentId: string;
  readonly best: { readonly id: string; readonly number: number };
  readonly first: { readonly id: string; readonly design: TrialDesignInfo } | null;
}

/** The first best came with the page; a later one is asked for. */
function BestDesign({ experimentId, best, first }: BestDesignProps): ReactElement | null {
  const known = first?.id === best.id ? first.design : null;
  const { data, previousData } = useQuery(TrialDetailByNumberDocument, {
    variables: { experimentId, number: best.number },
    skip: known !== null,
    ssr: false,
  });
  const trial = (data ?? previousData)?.trialByNumber;
  if (known) return <DesignView trialId={best.id} design={known} />;
  return trial ? <DesignView trialId={trial.id} design={trial.design} /> : <Skeleton height={220} mt="md" />;
}

function NoBest({ experiment }: { readonly experiment: ExperimentLiveFragment }): ReactElement {
  const { state } = experiment;
  const hint: Partial<Record<typeof state, string>> = {
    created: 'Start the experiment: then its first trials are proposed and given to runners.',
    running: 'The first trials are on their way. If they stay waiting, no runner is connected: see Runners.',
    paused: 'Resume the experiment to go on.',
    failed: 'The message above says why. Clone the experiment with a changed specification.',
  };
  return (
    <EmptyState title="No trial has finished yet">
      {hint[state] ?? 'No trial ended with a value that meets the constraints. The table below says why for each.'}{' '}
      {state === 'running' ? <Link href="/runners">Runners</Link> : null}
    </EmptyState>
  );
}
