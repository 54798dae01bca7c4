'use client';

import { issuesUnder, issueText } from '@cambium/ui';
import { SimpleGrid, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './new-experiment.module.css';
import type { SectionProps } from './section-props.js';
import { textAt } from './text-at.js';

export function BasicsSection({ spec, set, issues }: SectionProps): ReactElement {
  return (
    <section className="card" aria-label="Name">
      <h2 className={classes.title}>Name</h2>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          size="xs"
          label="Name"
          required
          value={textAt(spec, ['name'])}
          error={issueText(issuesUnder(issues, 'name'))}
          onChange={(event) => set(['name'], event.currentTarget.value || undefined)}
        />
        <TextInput
          size="xs"
          label="Description"
          value={textAt(spec, ['description'])}
          error={issueText(issuesUnder(issues, 'description'))}
          onChange={(event) => set(['description'], event.currentTarget.value || undefined)}
        />
      </SimpleGrid>
    </section>
  );
}
