'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import { endedTrials, Facts, formatDuration, RelativeTime, StateBadge, TrialProgress } from '@cambium/ui';
import type { ReactElement } from 'react';
import classes from './experiment-view.module.css';
import { trialStateNames } from './view-state.js';

/** How far the search is, and how long it still takes. */
export function ProgressCard({ experiment }: { readonly experiment: ExperimentLiveFragment }): ReactElement {
  const { counts, maxTrials, maxParallel, etaMs, state, startedAt, finishedAt } = experiment;
  return (
    <>
      <h2 className={classes.cardTitle}>
        {endedTrials(counts)} of {maxTrials} trials
      </h2>
      <TrialProgress counts={counts} total={maxTrials} />
      <ul className={classes.counts} aria-label="Trials by state">
        {trialStateNames.map((name) => (
          <li key={name}>
            <StateBadge state={name} />
            <strong>{counts[name]}</strong>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          { name: 'Time left', value: state === 'running' ? formatDuration(etaMs) : '–' },
          { name: 'Device time', value: deviceTime(experiment) },
          { name: 'At one time', value: maxParallel === 1 ? '1 trial' : `${maxParallel} trials` },
          { name: 'Started', value: <RelativeTime at={startedAt} /> },
          finishedAt === null || startedAt === null
            ? { name: 'Finished', value: '–' }
            : { name: 'Took', value: formatDuration(Date.parse(finishedAt) - Date.parse(startedAt)) },
        ]}
      />
    </>
  );
}

/** Of the attempts that have ended, and the limit where there is one. */
function deviceTime({ deviceSeconds, maxDeviceSeconds }: ExperimentLiveFragment): string {
  const taken = formatDuration(deviceSeconds * 1000);
  return maxDeviceSeconds === null ? taken : `${taken} of ${formatDuration(maxDeviceSeconds * 1000)}`;
}
