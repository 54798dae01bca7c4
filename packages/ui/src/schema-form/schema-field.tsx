import { MultiSelect, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { issueText } from './field-issues.js';
import { fieldHelp, fieldTitle, formatDefault, isRecordList } from './field-label.js';
import type { SchemaFieldProps } from './field-props.js';
import { JsonField } from './json-field.js';
import { fieldKind, isNullable, resolveSchema } from './json-schema.js';
import { NullableField } from './nullable-field.js';
import { NumberField } from './number-field.js';
import { ObjectField } from './object-field.js';
import classes from './schema-form.module.css';
import { VariantField } from './variant-field.js';

/** One value of a form, drawn from its schema. */
export function SchemaField(props: SchemaFieldProps): ReactElement | null {
  const { name, root, value, onChange, required } = props;
  const schema = resolveSchema(props.schema, root);
  // Where null is the default, or nothing has to be given, an empty field says it all.
  const emptyIsEnough = schema.default === null || (schema.default === undefined && !required);
  const hasOneInput = ['text', 'number', 'choice', 'choices', 'list'].includes(fieldKind(schema, root).kind);
  if (emptyIsEnough || !hasOneInput || !isNullable(props.schema, root)) return <PlainField {...props} />;
  return (
    <NullableField
      title={fieldTitle(name, schema)}
      isNull={value === null}
      onNull={(isNull) => onChange(isNull ? null : undefined)}
    >
      <PlainField {...props} isOff={value === null} />
    </NullableField>
  );
}

interface PlainFieldProps extends SchemaFieldProps {
  /** Null is chosen beside it. */
  readonly isOff?: boolean;
}

function PlainField(props: PlainFieldProps): ReactElement | null {
  const { name, root, value, onChange, issues, required, choices } = props;
  const schema = resolveSchema(props.schema, root);
  const field = choices ? ({ kind: 'choice', choices } as const) : fieldKind(schema, root);
  const error = issueText(issues);
  const isOff = props.isOff ?? false;
  const placeholder = isOff ? 'none' : schema.default === undefined ? undefined : formatDefault(schema.default);
  const common = {
    size: 'xs',
    label: fieldTitle(name, schema),
    description: fieldHelp(schema),
    required: required && !isOff,
    disabled: isOff,
    error,
  } as const;
  switch (field.kind) {
    case 'fixed':
      return null;
    case 'text':
      return (
        <TextInput
          {...common}
          placeholder={placeholder}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value || undefined)}
        />
      );
    case 'number':
      return (
        <NumberField {...common} integer={field.integer} placeholder={placeholder} value={value} onChange={onChange} />
      );
    case 'boolean':
      return (
        <Switch
          label={common.label}
          description={common.description}
          error={error}
          size="xs"
          className={classes.switch ?? ''}
          checked={Boolean(value ?? schema.default)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          placeholder={placeholder ?? 'choose'}
          data={field.choices.map(String)}
          value={value === undefined || value === null ? null : String(value)}
          clearable={!required}
          searchable={field.choices.length > 8}
          onChange={(text) => onChange(field.choices.find((choice) => String(choice) === text))}
        />
      );
    case 'choices':
      return (
        <MultiSelect
          {...common}
          placeholder={Array.isArray(value) && value.length > 0 ? undefined : placeholder}
          data={field.choices.map(String)}
          value={Array.isArray(value) ? value.map(String) : []}
          clearable
          searchable
          onChange={(texts) =>
            onChange(texts.length === 0 ? undefined : field.choices.filter((c) => texts.includes(String(c))))
          }
        />
      );
    case 'list':
      return (
        <TagsInput
          {...common}
          placeholder={Array.isArray(value) && value.length > 0 ? undefined : (placeholder ?? 'type and press Enter')}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(texts) => onChange(listValue(texts, field.of))}
        />
      );
    case 'object':
      return <ObjectField {...props} schema={schema} properties={field.properties} />;
    case 'variants':
      return <VariantField {...props} schema={schema} variants={field.variants} drawField={SchemaField} />;
    case 'json':
      return (
        <JsonField
          label={common.label}
          description={common.description}
          error={error}
          value={value ?? (isRecordList(schema.default) ? schema.default : undefined)}
          onChange={onChange}
        />
      );
  }
}

function listValue(texts: readonly string[], of: 'text' | 'number'): unknown {
  if (texts.length === 0) return undefined;
  return of === 'text' ? texts : texts.map(Number).filter(Number.isFinite);
}
