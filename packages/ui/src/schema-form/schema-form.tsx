import type { ReactElement } from 'react';
import { issuesUnder } from './field-issues.js';
import type { SchemaFormProps } from './field-props.js';
import { SchemaField } from './schema-field.js';
import classes from './schema-form.module.css';

/** A form drawn from a JSON Schema. Only what the user sets is in the value; defaults stay with the schema. */
export function SchemaForm(props: SchemaFormProps): ReactElement | null {
  const { schema, root = schema, value, onChange, issues = [], skip = [], choices = {} } = props;
  const names = Object.keys(schema.properties ?? {}).filter((name) => !skip.includes(name));
  if (names.length === 0) return null;
  const set = (name: string, next: unknown) => {
    const rest = Object.entries(value).filter(([key]) => key !== name);
    onChange(Object.fromEntries(next === undefined ? rest : [...rest, [name, next]]));
  };
  return (
    <div className={classes.grid}>
      {names.map((name) => {
        const property = schema.properties?.[name] ?? {};
        return (
          <SchemaField
            key={name}
            name={name}
            schema={property}
            root={root}
            value={value[name]}
            onChange={(next) => set(name, next)}
            issues={issuesUnder(issues, name)}
            required={(schema.required?.includes(name) ?? false) && property.default === undefined}
            choices={choices[name]}
            drawForm={SchemaForm}
          />
        );
      })}
    </div>
  );
}
