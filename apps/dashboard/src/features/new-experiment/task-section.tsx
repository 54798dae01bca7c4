'use client';

import { DescribedSelect, type FieldIssue, issuesUnder, issueText, type JsonSchema, SchemaForm } from '@cambium/ui';
import { Fieldset, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from './new-experiment.module.css';
import type { CatalogInfo, SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';
import { textAt } from './text-at.js';

/** A task whose settings name a data set: its own settings get a form of their own. */
const datasetKeys = { name: 'dataset', settings: 'datasetSettings' } as const;

export function TaskSection({ catalog, spec, set, setObject, issues }: SectionProps): ReactElement {
  const name = textAt(spec, ['task', 'name']);
  const task = catalog.tasks.find((each) => each.name === name);
  const schema = jsonRecord(task?.schema) as JsonSchema;
  const settings = jsonRecord(valueAt(spec, ['task', 'settings']));
  const ofTask = issuesUnder(issues, 'task', 'settings');
  const asksDataset = schema.properties?.[datasetKeys.name] !== undefined;
  return (
    <section className="card" aria-label="Task">
      <h2 className={classes.title}>Task</h2>
      <DescribedSelect
        label="What a trial does"
        options={catalog.tasks}
        value={task?.name ?? null}
        error={issueText(issuesUnder(issues, 'task', 'name'))}
        onChange={(value) => set(['task'], { name: value, settings: {} })}
      />
      <SchemaForm
        schema={schema}
        value={settings}
        onChange={(next) => setObject(['task', 'settings'], next)}
        issues={ofTask}
        skip={asksDataset ? [datasetKeys.settings] : []}
        choices={asksDataset ? { [datasetKeys.name]: catalog.datasets.map((each) => each.name) } : {}}
      />
      {asksDataset ? (
        <DatasetSettings
          datasets={catalog.datasets}
          name={String(settings[datasetKeys.name] ?? schema.properties?.[datasetKeys.name]?.default ?? '')}
          value={jsonRecord(settings[datasetKeys.settings])}
          onChange={(next) =>
            set(['task', 'settings', datasetKeys.settings], Object.keys(next).length > 0 ? next : undefined)
          }
          issues={issuesUnder(ofTask, datasetKeys.settings)}
        />
      ) : null}
    </section>
  );
}

interface DatasetSettingsProps {
  readonly datasets: CatalogInfo['datasets'];
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
  readonly issues: readonly FieldIssue[];
}

function DatasetSettings({ datasets, name, value, onChange, issues }: DatasetSettingsProps): ReactElement | null {
  const dataset = datasets.find((each) => each.name === name);
  if (!dataset) return null;
  const schema = jsonRecord(dataset.schema) as JsonSchema;
  return (
    <Fieldset legend={`Data set ${dataset.name}`} mt="md" p="sm">
      <Text size="xs" c="var(--cambium-quiet)" mb={schema.properties ? 'xs' : 0}>
        {dataset.summary} · licence {dataset.licence}
      </Text>
      <SchemaForm schema={schema} value={value} onChange={onChange} issues={issues} />
    </Fieldset>
  );
}
