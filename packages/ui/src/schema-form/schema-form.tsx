import type { ReactElement } from 'react';
import { issuesUnder } from './field-issues.js';
import type { SchemaFormProps } from './field-props.js';
import { resolveSchema } from './json-schema.js';
import { SchemaField } from './schema-field.js';
import classes from './schema-form.module.css';

/**
 * A form drawn from a JSON Schema. Only what the user sets is in the value; defaults stay with the schema. Options that few
 * people change (`rare`) are folded away until one of them is set or wrong.
 */
export function SchemaForm(props: SchemaFormProps): ReactElement | null {
  const { schema, root = schema, value, onChange, issues = [], skip = [], choices = {} } = props;
  const names = Object.keys(schema.properties ?? {}).filter((name) => !skip.includes(name));
  if (names.length === 0) return null;
  const set = (name: string, next: unknown) => {
    const rest = Object.entries(value).filter(([key]) => key !== name);
    onChange(Object.fromEntries(next === undefined ? rest : [...rest, [name, next]]));
  };
  const draw = (name: string) => {
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
  };
  const isRare = (name: string) => resolveSchema(schema.properties?.[name] ?? {}, root).rare === true;
  const rare = names.filter(isRare);
  const isTouched = rare.some((name) => value[name] !== undefined || issuesUnder(issues, name).length > 0);
  return (
    <>
      <div className={classes.grid}>{names.filter((name) => !isRare(name)).map(draw)}</div>
      {rare.length > 0 ? (
        <details className={classes.more} open={isTouched}>
          <summary>More options ({rare.length})</summary>
          <div className={classes.grid}>{rare.map(draw)}</div>
        </details>
      ) : null}
    </>
  );
}
