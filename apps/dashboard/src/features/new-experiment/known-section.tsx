'use client';

import { issuesUnder, issueText } from '@cambium/ui';
import { Button, Switch, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { EarlierExperiments } from './earlier-experiments.js';
import classes from './new-experiment.module.css';
import { PointEditor } from './point-editor.js';
import { ScreeningEditor } from './screening-editor.js';
import type { SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';

/** What the search begins with: points, results of earlier experiments, a screening, and whether known results are taken over. */
export function KnownSection(props: SectionProps): ReactElement {
  const { spec, set, issues, found } = props;
  const warm = jsonRecord(valueAt(spec, ['warmStart']));
  const ofWarm = issuesUnder(issues, 'warmStart');
  const points = Array.isArray(warm.points) ? warm.points.map(jsonRecord) : [];
  const experiments = Array.isArray(warm.experiments) ? warm.experiments.map(String) : [];
  const setList = (key: 'points' | 'experiments', list: readonly unknown[]) => {
    const others = Object.keys(warm).filter((each) => each !== key);
    const whole = list.length === 0 && others.length === 0;
    set(whole ? ['warmStart'] : ['warmStart', key], list.length === 0 ? undefined : list);
  };
  const ownText = issueText(
    ofWarm.filter(({ path }) => path.length === 0 || (path.length === 1 && path[0] === 'points')),
  );
  return (
    <section className="card" aria-label="Begin with what is known">
      <h2 className={classes.title}>Begin with what is known</h2>
      {points.map((point, i) => (
        <PointEditor
          // A point has no name but its place.
          key={`${i}`}
          index={i}
          point={point}
          parameters={found.parameters}
          issues={issuesUnder(ofWarm, 'points', String(i))}
          onChange={(next) => setList('points', next ? points.with(i, next) : points.toSpliced(i, 1))}
        />
      ))}
      {ownText ? (
        <Text size="xs" c="var(--mantine-color-error)" mb="xs">
          {ownText}
        </Text>
      ) : null}
      <Button size="compact-xs" variant="default" mb="md" onClick={() => setList('points', [...points, {}])}>
        Add a point to evaluate first
      </Button>
      <EarlierExperiments
        chosen={experiments}
        error={issueText(issuesUnder(ofWarm, 'experiments'))}
        onChange={(ids) => setList('experiments', ids)}
      />
      <ScreeningEditor {...props} />
      <Switch
        size="sm"
        mt="md"
        label="Take results over"
        description="A design that has its result already is not run again. Leave it off where the same design measures differently each time."
        checked={valueAt(spec, ['reuseResults']) === true}
        error={issueText(issuesUnder(issues, 'reuseResults'))}
        onChange={(event) => set(['reuseResults'], event.currentTarget.checked ? true : undefined)}
      />
    </section>
  );
}
