import { Select, Stack } from '@mantine/core';
import type { ReactElement } from 'react';
import { fieldHelp, fieldTitle } from './field-label.js';
import type { SchemaFieldProps } from './field-props.js';
import { fieldKind, type JsonSchema } from './json-schema.js';

export interface VariantFieldProps extends SchemaFieldProps {
  readonly variants: readonly JsonSchema[];
  /** Draws the fields of the chosen shape. */
  readonly drawField: (props: SchemaFieldProps) => ReactElement | null;
}

/** One of several shapes: a choice of the shape, then its fields. The constants of a shape are written for the user. */
export function VariantField(props: VariantFieldProps): ReactElement {
  const { name, schema, root, variants, value, onChange, drawField: Field } = props;
  const chosen = variants.findIndex((variant) => fits(value, variant));
  const variant = variants[chosen];
  const title = fieldTitle(name, schema);
  const preset = variants.find((each) => fits(schema.default, each));
  return (
    <Stack gap="xs" style={{ gridColumn: '1 / -1' }}>
      <Select
        size="xs"
        label={title}
        description={fieldHelp(schema)}
        data={variants.map((each, i) => ({ value: String(i), label: variantTitle(each, root) }))}
        placeholder={preset ? variantTitle(preset, root) : undefined}
        value={chosen < 0 ? null : String(chosen)}
        onChange={(text) => onChange(text === null ? undefined : seed(variants[Number(text)]))}
        clearable
      />
      {variant ? <Field {...props} name={variantTitle(variant, root)} schema={variant} /> : null}
    </Stack>
  );
}

function variantTitle(schema: JsonSchema, root: JsonSchema): string {
  if (schema.title) return schema.title;
  const constant = Object.values(schema.properties ?? {}).find((each) => 'const' in each)?.const;
  return constant === undefined ? fieldKind(schema, root).kind : String(constant);
}

/** The least value of a shape: its constants. */
function seed(schema: JsonSchema | undefined): unknown {
  if (!schema) return undefined;
  if (schema.type === 'object') {
    const constants = Object.entries(schema.properties ?? {}).filter(([, each]) => 'const' in each);
    return Object.fromEntries(constants.map(([key, each]) => [key, each.const]));
  }
  const empty: Record<string, unknown> = { array: [], string: '', number: 0, integer: 0, boolean: false };
  return schema.default ?? empty[String(schema.type)];
}

function fits(value: unknown, schema: JsonSchema): boolean {
  if (value === undefined) return false;
  if (schema.type === 'object') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return Object.entries(schema.properties ?? {}).every(
      ([key, each]) => !('const' in each) || (value as Record<string, unknown>)[key] === each.const,
    );
  }
  if (schema.type === 'array') return Array.isArray(value);
  if (schema.type === 'integer') return Number.isInteger(value);
  return typeof value === schema.type;
}
