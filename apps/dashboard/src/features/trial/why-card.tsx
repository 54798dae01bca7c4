'use client';

import { Facts, formatParam } from '@cambium/ui';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from '../experiment/experiment-view.module.css';

/** Why the searcher proposed this trial, in its own terms. */
export function WhyCard({ why }: { readonly why: unknown }): ReactElement | null {
  if (why === null || why === undefined) return null;
  const entries = Object.entries(jsonRecord(why));
  return (
    <section className={classes.section} aria-label="Why this trial">
      <h3>Why the searcher proposed it</h3>
      {entries.length === 0 ? (
        <p className={classes.sentence}>{formatParam(why)}</p>
      ) : (
        <Facts
          width={220}
          facts={entries.map(([name, value]) => ({ name, value: formatParam(value), title: formatParam(value) }))}
        />
      )}
    </section>
  );
}
