'use client';

import { type FieldIssue, issuesUnder, issueText, NumberField } from '@cambium/ui';
import { Autocomplete, Select, Switch, TagsInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';
import { HpCondition } from './hp-condition.js';
import { choiceTexts, retype, toChoices } from './hp-domain.js';
import classes from './new-experiment.module.css';
import { RemoveRow } from './remove-row.js';

type Domain = Readonly<Record<string, unknown>>;

export interface HpRowProps {
  readonly name: string;
  readonly domain: Domain;
  /** Names that the task knows, with their meaning. */
  readonly suggestions: Readonly<Record<string, unknown>>;
  /** The other hyperparameters: what a condition may name. */
  readonly others: readonly string[];
  /** Paths start at this hyperparameter. */
  readonly issues: readonly FieldIssue[];
  readonly onRename: (name: string) => void;
  /** undefined removes it. */
  readonly onChange: (domain: Domain | undefined) => void;
}

const types = ['float', 'int', 'categorical', 'ordinal'] as const;

/** A hyperparameter: its name, its type and the values it may take. */
export function HpRow(props: HpRowProps): ReactElement {
  const { name, domain, suggestions, others, issues, onRename, onChange } = props;
  const [draft, setDraft] = useState<string | null>(null);
  const isNumber = domain.type === 'float' || domain.type === 'int';
  const set = (key: string, value: unknown) => {
    const { [key]: _, ...rest } = domain;
    onChange(value === undefined ? rest : { ...domain, [key]: value });
  };
  const number = (key: 'low' | 'high' | 'step', label: string) => (
    <NumberField
      label={label}
      aria-label={`${label} of ${name}`}
      integer={domain.type === 'int'}
      value={domain[key]}
      onChange={(value) => set(key, value)}
      error={issueText(issuesUnder(issues, key))}
    />
  );
  return (
    <fieldset className={classes.parameter} aria-label={`Hyperparameter ${name}`}>
      <Autocomplete
        size="xs"
        label="Name"
        description={typeof suggestions[name] === 'string' ? suggestions[name] : undefined}
        className={classes.wide ?? ''}
        data={Object.keys(suggestions)}
        value={draft ?? name}
        error={issueText(issues.filter((issue) => issue.path.length === 0))}
        onChange={setDraft}
        onOptionSubmit={(value) => {
          onRename(value);
          setDraft(null);
        }}
        onBlur={() => {
          if (draft !== null) onRename(draft.trim());
          setDraft(null);
        }}
      />
      <Select
        size="xs"
        label="Type"
        data={[...types]}
        value={typeof domain.type === 'string' ? domain.type : null}
        error={issueText(issuesUnder(issues, 'type'))}
        allowDeselect={false}
        onChange={(type) => type && onChange(retype(domain, type))}
      />
      {isNumber ? (
        <>
          {number('low', 'Lowest')}
          {number('high', 'Highest')}
          {number('step', 'Step')}
          <Switch
            size="xs"
            mt={24}
            label="Logarithmic"
            checked={domain.log === true}
            error={issueText(issuesUnder(issues, 'log'))}
            onChange={(event) => set('log', event.currentTarget.checked ? true : undefined)}
          />
        </>
      ) : (
        <TagsInput
          size="xs"
          className={classes.wide ?? ''}
          label="Choices"
          placeholder="type and press Enter"
          value={choiceTexts(domain.choices)}
          error={issueText(issuesUnder(issues, 'choices'))}
          onChange={(texts) => set('choices', toChoices(texts))}
        />
      )}
      <HpCondition
        when={domain.when}
        others={others}
        error={issueText(issuesUnder(issues, 'when'))}
        onChange={(when) => set('when', when)}
      />
      <RemoveRow what={name} onRemove={() => onChange(undefined)} />
    </fieldset>
  );
}
