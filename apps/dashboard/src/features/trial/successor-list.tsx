'use client';

import type { TrialRowFragment } from '@cambium/graphql';
import { formatMetric, ledgerMode, StateBadge, stepText } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement } from 'react';
import classes from '../experiment/experiment-view.module.css';

export interface SuccessorListProps {
  readonly trials: readonly TrialRowFragment[];
  /** Of all of them. */
  readonly totalCount: number;
  readonly maxStep: number;
  readonly hrefOf: (number: number) => string;
}

/** The trials that come from this one: that go on from it, repeat it or retrain it. */
export function SuccessorList({ trials, totalCount, maxStep, hrefOf }: SuccessorListProps): ReactElement | null {
  if (trials.length === 0) return null;
  return (
    <section className={classes.section} aria-label="Trials from this one">
      <h3>Trials from this one</h3>
      <ul className={classes.successors}>
        {trials.map((trial) => (
          <li key={trial.id}>
            <Link className={classes.number} href={hrefOf(trial.number)}>
              #{trial.number}
            </Link>
            <span>
              {ledgerMode(trial.mode)?.meaning ??
                (trial.resumeStep === null
                  ? 'follows it from the first step'
                  : `goes on after step ${trial.resumeStep}`)}
            </span>
            <span className={classes.number}>step {stepText(trial, maxStep)}</span>
            <StateBadge state={trial.state} />
            <span className={classes.number}>{formatMetric(trial.values?.[0])}</span>
          </li>
        ))}
      </ul>
      {totalCount > trials.length ? <p className={classes.sentence}>and {totalCount - trials.length} more</p> : null}
    </section>
  );
}
