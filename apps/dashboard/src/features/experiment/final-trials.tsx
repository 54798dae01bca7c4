'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import { Facts, formatMetric, StateBadge } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { numberRecord } from '../../lib/json-record.js';
import classes from './experiment-view.module.css';
import type { MetricInfo } from './page-types.js';

export interface FinalTrialsProps {
  readonly experiment: ExperimentLiveFragment;
  readonly metrics: readonly MetricInfo[];
}

/** The retrained winners and what they reach on the test split, which the search never saw. */
export function FinalTrials({ experiment, metrics }: FinalTrialsProps): ReactElement | null {
  const { finalTrials, id } = experiment;
  if (finalTrials.length === 0) return null;
  const tested = metrics.filter((metric) => metric.when === 'final');
  return (
    <section className={classes.final} aria-label="Final result" data-testid="final-result">
      <h3>Retrained on all training data, tested once</h3>
      <Facts
        width={150}
        facts={finalTrials.flatMap((trial) => {
          const values = numberRecord(trial.metrics);
          const link = (
            <Link href={`/experiments/${id}/trials/${trial.number}`}>
              #{trial.number} from #{trial.parent}
            </Link>
          );
          return [
            { name: 'Trial', value: link },
            { name: 'State', value: <StateBadge state={trial.state} /> },
            ...tested.map(({ name, description }) => ({ name, value: formatMetric(values[name]), title: description })),
          ].map((fact) => ({ ...fact, name: finalTrials.length > 1 ? `${fact.name} (#${trial.number})` : fact.name }));
        })}
      />
    </section>
  );
}
