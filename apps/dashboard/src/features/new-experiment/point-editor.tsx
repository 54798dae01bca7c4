'use client';

import { type FieldIssue, issuesUnder, issueText } from '@cambium/ui';
import { Button, Select, Text } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './new-experiment.module.css';
import { ParamField } from './param-field.js';
import type { SpecFindings } from './section-props.js';

type Point = Readonly<Record<string, unknown>>;

export interface PointEditorProps {
  readonly index: number;
  readonly point: Point;
  readonly parameters: SpecFindings['parameters'];
  /** Paths start at the point. */
  readonly issues: readonly FieldIssue[];
  /** undefined removes the point. */
  readonly onChange: (point: Point | undefined) => void;
}

/** A point to evaluate first: values of some parameters, the others are drawn. */
export function PointEditor({ index, point, parameters, issues, onChange }: PointEditorProps): ReactElement {
  const domains = new Map(parameters.map(({ name, domain }) => [name, domain]));
  const open = parameters.map(({ name }) => name).filter((name) => !(name in point));
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...rest } = point;
    onChange(value === undefined ? rest : { ...point, [name]: value });
  };
  const ownText = issueText(issues.filter(({ path }) => path.length === 0));
  return (
    <fieldset className={classes.point} aria-label={`Point ${index + 1}`}>
      <div className={classes.pointHead}>
        <span>Point {index + 1}</span>
        <Select
          size="xs"
          aria-label={`Parameter to add to point ${index + 1}`}
          placeholder="Add a value of …"
          data={open}
          value={null}
          searchable
          nothingFoundMessage="No such parameter"
          onChange={(name) => name && onChange({ ...point, [name]: firstValue(domains.get(name)) })}
        />
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          ml="auto"
          onClick={() => onChange(undefined)}
          aria-label={`Remove point ${index + 1}`}
        >
          Remove
        </Button>
      </div>
      <div className={classes.pointValues}>
        {Object.entries(point).map(([name, value]) => (
          <ParamField
            key={name}
            name={name}
            domain={domains.get(name)}
            value={value}
            error={issueText(issuesUnder(issues, name))}
            onChange={(next) => set(name, next)}
          />
        ))}
      </div>
      <Text size="xs" c="var(--cambium-quiet)">
        {open.length === 0 ? 'All parameters have a value.' : 'What has no value here is drawn.'}
      </Text>
      {ownText ? (
        <Text size="xs" c="var(--mantine-color-error)">
          {ownText}
        </Text>
      ) : null}
    </fieldset>
  );
}

/** A value to begin with: the lowest, or the first choice. */
function firstValue(domain: unknown): unknown {
  const { low, choices } = (domain ?? {}) as { low?: unknown; choices?: readonly unknown[] };
  return choices?.[0] ?? low ?? 0;
}
