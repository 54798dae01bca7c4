import { issuesUnder, issueText, NumberField } from '@cambium/ui';
import { Autocomplete, Select, SimpleGrid, Switch, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import type { SectionProps } from './section-props.js';
import { valueAt } from './spec-text.js';

const path = ['warmStart', 'screening'] as const;
/** Of the specification. */
const defaults = { direction: 'maximize', candidates: 100, keep: 10 } as const;

/** Whether random designs are judged by a metric that needs no training, and by which. */
export function ScreeningEditor({ spec, set, issues, found }: SectionProps): ReactElement {
  const given = valueAt(spec, path);
  const screening = jsonRecord(given);
  const ofScreening = issuesUnder(issues, ...path);
  const others = Object.keys(jsonRecord(valueAt(spec, ['warmStart']))).filter((key) => key !== 'screening');
  const metrics = found.metrics.flatMap(({ name, untrained }) => (untrained ? [name] : []));
  const isPlain = metrics.length === 0 || metrics.includes('params');
  const first = metrics.find((name) => name.startsWith('proxy.')) ?? (isPlain ? 'params' : metrics[0]);
  const toggle = (on: boolean) =>
    on ? set(path, { metric: first }) : set(others.length > 0 ? path : ['warmStart'], undefined);
  const put = (key: string, value: unknown) => set([...path, key], value);
  const error = (key: string) => issueText(issuesUnder(ofScreening, key));
  const ownText = issueText(ofScreening.filter((issue) => issue.path.length === 0));
  const number = (key: 'candidates' | 'keep', label: string, help: string) => (
    <NumberField
      label={label}
      description={help}
      placeholder={String(defaults[key])}
      integer
      value={screening[key]}
      error={error(key)}
      onChange={(value) => put(key, value)}
    />
  );
  return (
    <>
      <Switch
        size="sm"
        mt="md"
        label="Screen designs before training"
        description="Random designs are judged without a training, and the best of them are trained first. Each that is judged costs a trial of the budget, though a short one."
        checked={given !== undefined}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      {given === undefined ? null : (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mt="sm">
          <Autocomplete
            size="xs"
            label="Judged by"
            description="The task's proxies, or the plain number of parameters, which is often as good."
            data={metrics}
            value={String(screening.metric ?? '')}
            error={error('metric')}
            onChange={(name) => put('metric', name)}
          />
          <Select
            size="xs"
            label="Best is"
            description="What counts as promising."
            data={[
              { value: 'maximize', label: 'the highest' },
              { value: 'minimize', label: 'the lowest' },
            ]}
            allowDeselect={false}
            value={String(screening.direction ?? defaults.direction)}
            error={error('direction')}
            onChange={(direction) => put('direction', direction ?? undefined)}
          />
          {number('candidates', 'Candidates', 'Random designs that are judged. Default 100.')}
          {number('keep', 'Trained first', 'The best of them. Default 10.')}
        </SimpleGrid>
      )}
      {ownText ? (
        <Text size="xs" c="var(--mantine-color-error)" mt="xs">
          {ownText}
        </Text>
      ) : null}
    </>
  );
}
