'use client';

import { type JsonSchema, SchemaForm } from '@cambium/ui';
import type { ComponentType, ReactElement } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { HpEditor } from './hp-editor.js';
import { NetworkEditor } from './network-editor.js';
import type { DialectEditorProps } from './section-props.js';
import { valueAt } from './spec-text.js';

/** By the name in the `editor` annotation of a dialect's schema. */
const editors: Readonly<Record<string, ComponentType<DialectEditorProps>>> = {
  hyperparameters: HpEditor,
  network: NetworkEditor,
};

/** Writes a branch in its dialect: with the editor that the dialect's schema names, else as the form that it describes. */
export function DialectEditor(props: DialectEditorProps): ReactElement {
  const { branch, dialect, spec, setObject, issues } = props;
  const schema: JsonSchema = jsonRecord(dialect?.schema);
  const Own = editors[schema.editor ?? ''];
  if (Own) return <Own {...props} />;
  return (
    <SchemaForm
      schema={schema}
      value={jsonRecord(valueAt(spec, ['space', branch]))}
      onChange={(next) => setObject(['space', branch], next)}
      issues={issues}
      skip={['dialect']}
    />
  );
}
