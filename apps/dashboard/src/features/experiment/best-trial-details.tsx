'use client';

import { useQuery } from '@apollo/client/react';
import { type ExperimentLiveFragment, TrialDetailByNumberDocument } from '@cambium/graphql';
import { Facts, ParamsTable } from '@cambium/ui';
import { Skeleton } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord, numberRecord } from '../../lib/json-record.js';
import { DesignView } from './design-view.js';
import classes from './experiment-view.module.css';
import { metricFacts } from './metric-facts.js';
import type { ExperimentSnapshot, TrialDesignInfo } from './page-types.js';

export interface BestTrialDetailsProps {
  readonly experiment: ExperimentLiveFragment;
  readonly best: NonNullable<ExperimentLiveFragment['bestTrial']>;
  readonly snapshot: ExperimentSnapshot;
  /** Metrics that are shown elsewhere. */
  readonly skip?: readonly string[];
}

/** Metrics, params, network and augmentation of the best trial. */
export function BestTrialDetails({ experiment, best, snapshot, skip = [] }: BestTrialDetailsProps): ReactElement {
  return (
    <>
      <div className={classes.section}>
        <Facts facts={metricFacts(numberRecord(best.metrics), snapshot.metrics, skip)} />
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
