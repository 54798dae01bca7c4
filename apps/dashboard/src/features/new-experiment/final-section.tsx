'use client';

import { issuesUnder, issueText, NumberField } from '@cambium/ui';
import { SimpleGrid, Switch, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from './new-experiment.module.css';
import type { SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';

/** Of the specification. */
const defaults = { leaders: '5', repeats: '3' } as const;

/** What happens with the best trials when the search is over. */
export function FinalSection({ spec, set, issues }: SectionProps): ReactElement {
  const final = jsonRecord(valueAt(spec, ['final']));
  const ofFinal = issuesUnder(issues, 'final');
  const isRepeating = final.reevaluate !== undefined;
  /** Without any key the whole goes: then the task decides. */
  const setFinal = (key: 'top' | 'reevaluate', value: unknown) => {
    const others = Object.keys(final).filter((each) => each !== key);
    set(value === undefined && others.length === 0 ? ['final'] : ['final', key], value);
  };
  const repeating = (key: 'leaders' | 'repeats', label: string, help: string) => (
    <NumberField
      label={label}
      description={help}
      placeholder={defaults[key]}
      integer
      value={valueAt(final, ['reevaluate', key])}
      error={issueText(issuesUnder(ofFinal, 'reevaluate', key))}
      onChange={(value) => set(['final', 'reevaluate', key], value)}
    />
  );
  const ownText = issueText(
    ofFinal.filter(({ path }) => path.length === 0 || (path.length === 1 && path[0] !== 'top')),
  );
  return (
    <section className="card" aria-label="At the end">
      <h2 className={classes.title}>At the end</h2>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
        <NumberField
          label="Winners to retrain"
          description="The best trials, trained longer and tested once. 0: none."
          integer
          value={final.top}
          error={issueText(issuesUnder(ofFinal, 'top'))}
          onChange={(value) => setFinal('top', value)}
        />
      </SimpleGrid>
      <Switch
        size="sm"
        mt="md"
        label="Evaluate the leaders again"
        description="For noisy tasks, where the best measurement is a lucky one: the best mean of the repetitions wins."
        checked={isRepeating}
        onChange={(event) => setFinal('reevaluate', event.currentTarget.checked ? {} : undefined)}
      />
      {isRepeating ? (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mt="sm">
          {repeating('leaders', 'Leaders', 'The best designs that are evaluated again. Default 5.')}
          {repeating('repeats', 'Repetitions', 'Of each leader, beside the budget. Default 3.')}
        </SimpleGrid>
      ) : null}
      {ownText ? (
        <Text size="xs" c="var(--mantine-color-error)" mt="xs">
          {ownText}
        </Text>
      ) : null}
    </section>
  );
}
