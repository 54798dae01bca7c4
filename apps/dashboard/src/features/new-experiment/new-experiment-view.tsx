'use client';

import { useSuspenseQuery } from '@apollo/client/react';
import { CatalogDocument } from '@cambium/graphql';
import type { FieldIssue } from '@cambium/ui';
import { Alert, Button, Group, SegmentedControl, Stack, Title } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { type ReactElement, useMemo, useState } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { AlgorithmSection } from './algorithm-section.js';
import { BaselinesSection } from './baselines-section.js';
import { BasicsSection } from './basics-section.js';
import { BudgetSection } from './budget-section.js';
import { CheckCard } from './check-card.js';
import { FinalSection } from './final-section.js';
import { GoalSection } from './goal-section.js';
import { KnownSection } from './known-section.js';
import classes from './new-experiment.module.css';
import type { SectionProps, SpecFindings } from './section-props.js';
import { SpaceSection } from './space-section.js';
import { editObject, editSpec, parseSpec, type Spec, valueAt } from './spec-text.js';
import { TaskSection } from './task-section.js';
import { TemplatePicker } from './template-picker.js';
import { useCreateExperiment } from './use-create-experiment.js';
import { useValidation } from './use-validation.js';
import { YamlEditor } from './yaml-editor.js';

const noIssues: readonly FieldIssue[] = [];
const noSpec: Spec = {};
const nothingFound: SpecFindings = { parameters: [], metrics: [], unfit: [] };

/** A new experiment. The YAML text is the one truth: the form reads it and edits it in place. */
export function NewExperimentView(): ReactElement {
  const router = useRouter();
  const { data } = useSuspenseQuery(CatalogDocument);
  const { catalog } = data;
  const first = catalog.templates[0];
  const [text, setText] = useState(first?.yaml ?? 'name: my search\n');
  const [template, setTemplate] = useState(first?.name ?? null);
  const [view, setView] = useState<'form' | 'yaml'>('form');
  const parsed = useMemo(() => parseSpec(text), [text]);
  const spec = parsed.kind === 'spec' ? parsed.spec : noSpec;
  const validation = useValidation(parsed);
  const { create, busy, refused, failure } = useCreateExperiment();
  const checked = validation.kind === 'checked' ? validation.result.errors : noIssues;
  const ready = validation.kind === 'checked' && checked.length === 0;
  // What was refused stays at its fields until the specification is another.
  const [submitted, setSubmitted] = useState<string | null>(null);
  const refusedNow = submitted === text ? refused : noIssues;

  const submit = async (start: boolean) => {
    setSubmitted(text);
    const made = await create(spec, start);
    if (made !== null) router.push(`/experiments/${made}`);
  };
  const section: SectionProps = {
    catalog,
    spec,
    issues: checked.length > 0 ? checked : refusedNow,
    found: validation.kind === 'checked' ? validation.result : nothingFound,
    set: (path, value) => setText((current) => editSpec(current, path, value)),
    setObject: (path, after) =>
      setText((current) => editObject(current, path, { before: jsonRecord(valueAt(spec, path)), after })),
  };
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Title order={1} size="h3">
          New experiment
        </Title>
        <SegmentedControl
          size="xs"
          aria-label="Edit as"
          data={[
            { value: 'form', label: 'Form' },
            { value: 'yaml', label: 'YAML' },
          ]}
          value={view}
          onChange={(next) => setView(next as 'form' | 'yaml')}
        />
      </Group>
      <div className={classes.layout}>
        <div className={classes.main}>
          <TemplatePicker
            templates={catalog.templates}
            chosen={template}
            onChoose={(chosen) => {
              setTemplate(chosen.name);
              setText(chosen.yaml);
            }}
          />
          {view === 'yaml' ? (
            <YamlEditor text={text} problem={parsed.kind === 'unreadable' ? parsed.message : null} onChange={setText} />
          ) : parsed.kind === 'unreadable' ? (
            <Alert color="red" variant="outline" title="The YAML can't be read, so there is no form">
              {parsed.message}{' '}
              <Button size="compact-xs" variant="default" onClick={() => setView('yaml')}>
                Edit the YAML
              </Button>
            </Alert>
          ) : (
            <>
              <BasicsSection {...section} />
              <TaskSection {...section} />
              <SpaceSection {...section} />
              <GoalSection {...section} />
              <BaselinesSection {...section} />
              <AlgorithmSection part="searcher" {...section} />
              <AlgorithmSection part="pruner" {...section} />
              <BudgetSection {...section} />
              <KnownSection {...section} />
              <FinalSection {...section} />
            </>
          )}
        </div>
        <aside className={classes.side} aria-label="Check and create">
          <div className="card">
            <h2 className={classes.title}>Check and create</h2>
            <CheckCard validation={validation} />
            {failure ? (
              <Alert color="red" variant="outline" mt="sm" title={failure.title}>
                {failure.message}
              </Alert>
            ) : null}
            {ready && refusedNow.length > 0 ? (
              <Alert color="red" variant="outline" mt="sm" title="It was not created">
                {refusedNow.map((issue) => issue.message).join(' ')}
              </Alert>
            ) : null}
            <Stack gap="xs" mt="md">
              <Button disabled={!ready} loading={busy} onClick={() => submit(true)}>
                Create and start
              </Button>
              <Button variant="default" disabled={!ready || busy} onClick={() => submit(false)}>
                Create, start later
              </Button>
            </Stack>
          </div>
        </aside>
      </div>
    </>
  );
}
