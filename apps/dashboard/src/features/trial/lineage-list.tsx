'use client';

import { changesByBranch } from '@cambium/core';
import type { TrialPageQuery } from '@cambium/graphql';
import { formatMetric, ledgerMode, StateBadge } from '@cambium/ui';
import Link from 'next/link';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from '../experiment/experiment-view.module.css';

type Lineage = NonNullable<TrialPageQuery['experiment']>['trials']['edges'][number]['node']['lineage'];

export interface LineageListProps {
  /** Oldest first, the trial of the page last. */
  readonly lineage: Lineage;
  readonly hrefOf: (number: number) => string;
}

/** The trials that this one is built on, back to the first, and what each of them contributed. */
export function LineageList({ lineage, hrefOf }: LineageListProps): ReactElement | null {
  if (lineage.length < 2) return null;
  return (
    <section className={classes.section} aria-label="Built on">
      <h3>Built on</h3>
      <ol className={classes.successors}>
        {lineage.map(({ trial, changed }, index) => (
          <li key={trial.id}>
            {index === lineage.length - 1 ? (
              <span className={classes.number}>#{trial.number}</span>
            ) : (
              <Link className={classes.number} href={hrefOf(trial.number)}>
                #{trial.number}
              </Link>
            )}
            <span title={changed.join(', ')}>
              {[stageOf(trial), index === 0 ? null : changesByBranch(changed)].filter(Boolean).join(' · ')}
            </span>
            <StateBadge state={trial.state} />
            <span className={classes.number}>{formatMetric(trial.values?.[0])}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What it was made for: the stage of the search, or else who made it. */
function stageOf({ mode, why }: Lineage[number]['trial']): string | null {
  const own = ledgerMode(mode);
  if (own !== null) return own.meaning;
  const { stage, by } = jsonRecord(why);
  return typeof stage === 'string' ? stage : typeof by === 'string' ? by : null;
}
