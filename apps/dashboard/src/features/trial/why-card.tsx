'use client';

import { JsonView } from '@cambium/ui';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from '../experiment/experiment-view.module.css';

export interface WhyCardProps {
  readonly why: unknown;
  readonly experimentId: string;
}

/** Under these names searchers give numbers of trials. */
const trialKeys: readonly string[] = ['parent', 'parents', 'trial', 'sameAs', 'near', 'base'];

/** Why the searcher proposed this trial, in its own terms. */
export function WhyCard({ why, experimentId }: WhyCardProps): ReactElement | null {
  if (why === null || why === undefined) return null;
  const { experiment } = jsonRecord(why);
  const of = typeof experiment === 'string' ? experiment : experimentId;
  return (
    <section className={classes.section} aria-label="Why this trial">
      <h3>Why this trial</h3>
      <JsonView
        value={why}
        label="Why this trial"
        hrefOf={(key, number) => (trialKeys.includes(key) ? `/experiments/${of}/trials/${number}` : null)}
      />
    </section>
  );
}
