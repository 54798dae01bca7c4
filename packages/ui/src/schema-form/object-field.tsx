import { Fieldset } from '@mantine/core';
import type { ReactElement } from 'react';
import { fieldHelp, fieldTitle } from './field-label.js';
import type { SchemaFieldProps } from './field-props.js';
import type { JsonSchema } from './json-schema.js';

export interface ObjectFieldProps extends SchemaFieldProps {
  readonly properties: readonly (readonly [name: string, schema: JsonSchema])[];
}

/** A nested object: its fields in a frame with its name. Gone from the value again when its last key is. */
export function ObjectField({
  name,
  schema,
  root,
  value,
  onChange,
  issues,
  drawForm: Form,
}: ObjectFieldProps): ReactElement {
  const help = fieldHelp(schema);
  return (
    <Fieldset legend={fieldTitle(name, schema)} style={{ gridColumn: '1 / -1' }} p="sm">
      {help ? <p style={{ margin: '0 0 8px', fontSize: 12, color: 'var(--cambium-quiet)' }}>{help}</p> : null}
      <Form
        schema={schema}
        root={root}
        value={isRecord(value) ? value : {}}
        onChange={(next) => onChange(Object.keys(next).length === 0 ? undefined : next)}
        issues={issues}
      />
    </Fieldset>
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
