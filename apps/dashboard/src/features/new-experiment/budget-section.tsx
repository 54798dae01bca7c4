'use client';

import { issuesUnder, issueText, NumberField } from '@cambium/ui';
import { SimpleGrid } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './new-experiment.module.css';
import type { SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';

interface BudgetField {
  readonly path: readonly [string, ...string[]];
  readonly label: string;
  readonly help: string;
}

const fields: readonly BudgetField[] = [
  { path: ['budget', 'maxTrials'], label: 'Trials', help: 'How many are evaluated at most.' },
  { path: ['budget', 'maxParallel'], label: 'At one time', help: 'Trials that may wait or run together. Default 1.' },
  {
    path: ['budget', 'maxTrialSeconds'],
    label: 'Seconds per attempt',
    help: 'An attempt that takes longer is ended. No limit if empty.',
  },
  {
    path: ['budget', 'maxDeviceSeconds'],
    label: 'Device seconds',
    help: 'Of all attempts together; then no trial starts any more. No limit if empty.',
  },
  {
    path: ['budget', 'maxAttempts'],
    label: 'Attempts',
    help: 'How often a trial may be lost or crash before it fails.',
  },
  { path: ['seed'], label: 'Seed', help: 'The same seed proposes the same trials.' },
];

export function BudgetSection({ spec, set, issues }: SectionProps): ReactElement {
  return (
    <section className="card" aria-label="Budget">
      <h2 className={classes.title}>Budget</h2>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        {fields.map(({ path, label, help }) => (
          <NumberField
            key={path.join('.')}
            label={label}
            description={help}
            integer
            value={valueAt(spec, path)}
            error={issueText(issuesUnder(issues, ...path))}
            onChange={(value) => set(path, value)}
          />
        ))}
      </SimpleGrid>
    </section>
  );
}
