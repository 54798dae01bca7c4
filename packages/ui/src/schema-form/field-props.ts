import type { ReactElement } from 'react';
import type { FieldIssue } from '../values/error-list.js';
import type { JsonSchema } from './json-schema.js';

export interface SchemaFormProps {
  /** Of type object. */
  readonly schema: JsonSchema;
  /** Where `$defs` are; the schema itself when absent. */
  readonly root?: JsonSchema;
  readonly value: Readonly<Record<string, unknown>>;
  readonly onChange: (value: Readonly<Record<string, unknown>>) => void;
  /** Paths start at this object. */
  readonly issues?: readonly FieldIssue[];
  /** Properties that something else draws. */
  readonly skip?: readonly string[];
  /** Choices for string properties whose schema doesn't list them, by property. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

export interface SchemaFieldProps {
  readonly name: string;
  readonly schema: JsonSchema;
  /** Where `$defs` are. */
  readonly root: JsonSchema;
  readonly value: unknown;
  /** `undefined` takes the key away, so that the default counts. */
  readonly onChange: (value: unknown) => void;
  /** Paths start at this field. */
  readonly issues: readonly FieldIssue[];
  readonly required: boolean;
  /** Choices that the schema doesn't know: names of data sets for a string field. */
  readonly choices?: readonly string[] | undefined;
  /** Draws a nested object: handed down, because a form is made of fields and some fields of forms. */
  readonly drawForm: (props: SchemaFormProps) => ReactElement | null;
}
