'use client';

import type { ComparedExperimentFragment } from '@cambium/graphql';
import { EmptyState, formatDuration, LineChart } from '@cambium/ui';
import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { type ReactElement, useMemo } from 'react';
import classes from './compare.module.css';
import { compareRows } from './compare-rows.js';
import type { CostAxis } from './compare-state.js';
import { CompareTable } from './compare-table.js';
import { costChart } from './cost-series.js';
import { Note } from './note.js';
import { type Goal, haveSameTask } from './same-goal.js';

export interface ComparedTogetherProps {
  readonly experiments: readonly ComparedExperimentFragment[];
  readonly goal: Goal;
  readonly by: CostAxis;
  /** The button that adds experiments. */
  readonly add: ReactElement;
  readonly onBy: (by: CostAxis) => void;
  readonly onRemove: (id: string) => void;
}

/** What each search had found for how much, as lines and as a table. */
export function ComparedTogether(props: ComparedTogetherProps): ReactElement {
  const { experiments, goal, by, add, onBy, onRemove } = props;
  const compared = useMemo(() => compareRows(experiments, goal.direction), [experiments, goal.direction]);
  const { rows, equalSeconds } = compared;
  const chart = useMemo(() => {
    const lines = rows.map(({ experiment: { id, costHistory }, label }) => ({ id, label, costHistory }));
    return costChart(lines, { by, goal, equalSeconds });
  }, [rows, by, goal, equalSeconds]);
  const least = rows.filter(({ seconds }) => seconds === equalSeconds).map(({ label }) => label);
  return (
    <>
      {haveSameTask(experiments) ? null : (
        <Note title="Their tasks differ">
          They differ in the task or its settings (data, epochs, …): the same value may be harder to reach for some.
        </Note>
      )}
      <section className={`card ${classes.chart}`} aria-label="Progress">
        <VisuallyHidden component="h2">Progress</VisuallyHidden>
        <LineChart
          title={by === 'seconds' ? 'Best so far by device time' : 'Best so far by trials'}
          {...chart}
          height={320}
          tools={
            <SegmentedControl
              size="xs"
              aria-label="Horizontal axis"
              data={axes}
              value={by}
              onChange={(value) => onBy(value === 'trials' ? 'trials' : 'seconds')}
            />
          }
          empty={
            <EmptyState title="No value yet" compact order={4}>
              A line begins when the first trial of an experiment is complete.
            </EmptyState>
          }
        />
      </section>
      <section className={`card ${classes.table}`} aria-label="Results">
        <VisuallyHidden component="h2">Results</VisuallyHidden>
        <div className={classes.head}>
          <p className={classes.sentence}>
            {equalSeconds === null ? (
              'Nothing to compare at equal cost yet: fewer than two have taken device time.'
            ) : (
              <>
                Equal cost: <strong>{formatDuration(1000 * equalSeconds)}</strong> of device time, all that{' '}
                {least.join(' and ')} took.
              </>
            )}
          </p>
          {add}
        </div>
        <CompareTable compared={compared} goal={goal} onRemove={onRemove} />
      </section>
    </>
  );
}

const axes = [
  { value: 'seconds', label: 'Device time' },
  { value: 'trials', label: 'Trials' },
];
