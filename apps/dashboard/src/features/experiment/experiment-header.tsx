'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import { StateBadge } from '@cambium/ui';
import { Alert } from '@mantine/core';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { ExperimentControls } from './experiment-controls.js';
import { ExperimentLinks } from './experiment-links.js';
import classes from './experiment-view.module.css';

export interface ExperimentHeaderProps {
  readonly experiment: ExperimentLiveFragment;
  readonly onChange: (experiment: ExperimentLiveFragment) => void;
}

/** Name, state and what can be done with the experiment. */
export function ExperimentHeader({ experiment, onChange }: ExperimentHeaderProps): ReactElement {
  const { name, description, state, phase, taskName, searcherName, prunerName, objectives, failure } = experiment;
  const goal = objectives.map(({ metric, direction }) => `${direction} ${metric}`).join(', ');
  return (
    <>
      <div className={classes.head}>
        <div className={classes.titles}>
          <nav aria-label="Breadcrumb" className={classes.crumbs}>
            <Link href="/">Experiments</Link>
          </nav>
          <div className={classes.title}>
            <h1>{name}</h1>
            <StateBadge state={state} filled />
          </div>
          <p className={classes.sub}>
            {goal} · {taskName} · {searcherName}
            {prunerName ? ` + ${prunerName}` : ''}
            {phase === 'final' && state === 'running' ? ' · retraining the winners' : ''}
            {description ? ` · ${description}` : ''}
            <ExperimentLinks experiment={experiment} />
          </p>
        </div>
        <ExperimentControls experiment={experiment} onChange={onChange} />
      </div>
      {failure ? (
        <Alert color="red" variant="outline" title="The experiment failed" mb="md">
          {failure}
        </Alert>
      ) : null}
    </>
  );
}
