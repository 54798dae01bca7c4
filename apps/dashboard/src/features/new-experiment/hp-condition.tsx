'use client';

import { JsonField } from '@cambium/ui';
import { Select, TagsInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { choiceTexts, toChoices } from './hp-domain.js';
import classes from './new-experiment.module.css';

export interface HpConditionProps {
  readonly when: unknown;
  readonly others: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (when: unknown) => void;
}

/** When a hyperparameter is active: one parent with some of its values. Anything beyond that is edited as JSON. */
export function HpCondition({ when, others, error, onChange }: HpConditionProps): ReactElement | null {
  const entries = typeof when === 'object' && when !== null ? Object.entries(when) : [];
  const [parent, values] = entries[0] ?? [null, []];
  const simple = entries.length <= 1 && (Array.isArray(values) || typeof values !== 'object');
  if (others.length === 0 && entries.length === 0) return null;
  if (!simple) {
    return <JsonField label="Active when" value={when} error={error} onChange={onChange} />;
  }
  const list = Array.isArray(values) ? values : [values];
  return (
    <>
      <Select
        size="xs"
        label="Active when"
        placeholder="always"
        data={[...others]}
        value={parent}
        error={error}
        clearable
        onChange={(name) => onChange(name === null ? undefined : { [name]: [] })}
      />
      {parent === null ? null : (
        <TagsInput
          size="xs"
          className={classes.wide ?? ''}
          label={`${parent} is one of`}
          value={choiceTexts(list)}
          onChange={(texts) => onChange({ [parent]: toChoices(texts) })}
        />
      )}
    </>
  );
}
