import { NumberField } from '@cambium/ui';
import { Autocomplete, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import classes from './new-experiment.module.css';
import { RemoveRow } from './remove-row.js';
import type { Row, RowProps } from './row-props.js';

/** MnasNet's soft constraint on the cost. */
export const newReward = (accuracy: string, cost: string): Row => ({
  metric: 'reward',
  reward: { accuracy, cost, target: 5, alpha: -0.07, beta: -0.07 },
});

/** One objective out of two metrics: accuracy · (cost / target)^w. */
export function RewardRow({ index, row, metrics, onChange, error }: RowProps): ReactElement {
  const reward = jsonRecord(row.reward);
  const put = (key: string, value: unknown) => onChange(index, { ...row, reward: { ...reward, [key]: value } });
  const metric = (key: 'accuracy' | 'cost', label: string, direction: string) => (
    <Autocomplete
      size="xs"
      label={label}
      data={metrics.filter((each) => each.direction === direction).map(({ name }) => name)}
      value={String(reward[key] ?? '')}
      error={error('reward', key)}
      onChange={(name) => put(key, name)}
    />
  );
  const number = (key: 'target' | 'alpha' | 'beta', label: string) => (
    <NumberField label={label} value={reward[key]} error={error('reward', key)} onChange={(value) => put(key, value)} />
  );
  return (
    <fieldset className={classes.reward} aria-label={`Objective ${index + 1}, a reward`}>
      {metric('accuracy', 'Reward for', 'maximize')}
      {metric('cost', 'At the cost of', 'minimize')}
      {number('target', 'Target of the cost')}
      {number('alpha', 'Exponent up to it')}
      {number('beta', 'Exponent above it')}
      <RemoveRow what={`objective ${index + 1}`} onRemove={() => onChange(index, null)} />
      <Text size="xs" c="var(--cambium-quiet)" className={classes.wide ?? ''}>
        {error('metric') ?? error('direction') ?? 'reward = accuracy · (cost / target)^exponent, to maximise'}
      </Text>
    </fieldset>
  );
}
