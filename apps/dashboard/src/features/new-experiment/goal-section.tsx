'use client';

import { issuesUnder, issueText, NumberField } from '@cambium/ui';
import { Autocomplete, Button, Select, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from './new-experiment.module.css';
import { RemoveRow } from './remove-row.js';
import { newReward, RewardRow } from './reward-row.js';
import type { Row, RowProps } from './row-props.js';
import type { SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';
import { textAt } from './text-at.js';

function rowsAt(spec: SectionProps['spec'], key: string): readonly Row[] {
  const value = valueAt(spec, [key]);
  return Array.isArray(value) ? value.map(jsonRecord) : [];
}

/** What is searched for, and within which bounds. */
export function GoalSection(props: SectionProps): ReactElement {
  const { catalog, spec, set, issues, found } = props;
  const task = catalog.tasks.find((each) => each.name === textAt(spec, ['task', 'name']));
  const objectives = rowsAt(spec, 'objectives');
  const constraints = rowsAt(spec, 'constraints');
  // With these settings; the task's own until the server has seen them.
  const metrics = found.metrics.length > 0 ? found.metrics : (task?.metrics ?? []);
  const measured = metrics.filter(({ when }) => when === 'static' || when === 'report');
  const named = new Set(objectives.map(({ metric }) => metric));
  const unused = measured.find(({ name }) => !named.has(name)) ?? measured[0];
  const good = measured.find(({ direction }) => direction === 'maximize');
  const costly = measured.find(({ name }) => name === 'latency_ms') ?? measured.find(({ name }) => name === 'flops');
  const ownText = issueText(
    ['objectives', 'constraints'].flatMap((key) => issuesUnder(issues, key)).filter(({ path }) => path.length === 0),
  );
  const put = (key: string, rows: readonly Row[]) => set([key], rows.length === 0 ? undefined : rows);
  const change = (key: string, rows: readonly Row[]) => (i: number, next: Row | null) =>
    put(key, next === null ? rows.filter((_, at) => at !== i) : rows.map((row, at) => (at === i ? next : row)));
  return (
    <section className="card" aria-label="Goal">
      <h2 className={classes.title}>Objectives and constraints</h2>
      <div className={classes.rows}>
        {objectives.map((row, i) => {
          const Row = row.reward === undefined ? ObjectiveRow : RewardRow;
          return (
            <Row
              key={`objective ${i}`}
              index={i}
              row={row}
              metrics={measured}
              onChange={change('objectives', objectives)}
              error={(...keys) => issueText(issuesUnder(issues, 'objectives', String(i), ...keys))}
            />
          );
        })}
        {constraints.map((row, i) => (
          <ConstraintRow
            key={`constraint ${i}`}
            index={i}
            row={row}
            metrics={measured}
            onChange={change('constraints', constraints)}
            error={(...keys) => issueText(issuesUnder(issues, 'constraints', String(i), ...keys))}
          />
        ))}
      </div>
      {ownText ? (
        <Text size="xs" c="var(--mantine-color-error)" mt="xs">
          {ownText}
        </Text>
      ) : null}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 12 }}>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            put('objectives', [
              ...objectives,
              { metric: unused?.name ?? '', direction: unused?.direction ?? 'maximize' },
            ])
          }
        >
          Add an objective
        </Button>
        {good && costly ? (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => put('objectives', [...objectives, newReward(good.name, costly.name)])}
          >
            Add a reward
          </Button>
        ) : null}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => put('constraints', [...constraints, { metric: 'params', max: 200000 }])}
        >
          Add a constraint
        </Button>
      </div>
    </section>
  );
}

function ObjectiveRow({ index, row, metrics, onChange, error }: RowProps): ReactElement {
  return (
    <fieldset className={classes.row} aria-label={`Objective ${index + 1}`}>
      <Autocomplete
        size="xs"
        label="Objective"
        data={metrics.map((metric) => metric.name)}
        value={String(row.metric ?? '')}
        error={error('metric')}
        onChange={(metric) => onChange(index, { ...row, metric })}
        onOptionSubmit={(name) => {
          const direction = metrics.find((metric) => metric.name === name)?.direction ?? row.direction;
          onChange(index, { metric: name, direction });
        }}
      />
      <Select
        size="xs"
        label="Direction"
        data={['maximize', 'minimize']}
        placeholder={metrics.find(({ name }) => name === row.metric)?.direction}
        allowDeselect={false}
        value={typeof row.direction === 'string' ? row.direction : null}
        error={error('direction')}
        onChange={(direction) => onChange(index, { ...row, direction })}
      />
      <span />
      <RemoveRow what={`objective ${index + 1}`} onRemove={() => onChange(index, null)} />
    </fieldset>
  );
}

function ConstraintRow({ index, row, metrics, onChange, error }: RowProps): ReactElement {
  const bound = (key: 'min' | 'max', label: string) => (
    <NumberField
      label={label}
      value={row[key]}
      error={error(key)}
      onChange={(value) => {
        const rest = Object.fromEntries(Object.entries(row).filter(([each]) => each !== key));
        onChange(index, value === undefined ? rest : { ...rest, [key]: value });
      }}
    />
  );
  return (
    <fieldset className={classes.row} aria-label={`Constraint ${index + 1}`}>
      <Autocomplete
        size="xs"
        label="Constraint on"
        data={metrics.map((metric) => metric.name)}
        value={String(row.metric ?? '')}
        error={error('metric')}
        onChange={(metric) => onChange(index, { ...row, metric })}
      />
      {bound('min', 'At least')}
      {bound('max', 'At most')}
      <RemoveRow what={`constraint ${index + 1}`} onRemove={() => onChange(index, null)} />
    </fieldset>
  );
}
