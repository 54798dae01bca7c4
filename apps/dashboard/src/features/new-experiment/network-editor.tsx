'use client';

import { type FieldIssue, type JsonSchema, SchemaForm, useDraft } from '@cambium/ui';
import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { type ReactElement, type ReactNode, useId } from 'react';
import { jsonRecord } from '../../lib/json-record.js';
import { networkText, readNetwork } from '../../lib/network-text.js';
import classes from './new-experiment.module.css';
import type { DialectEditorProps } from './section-props.js';
import { type Spec, valueAt } from './spec-text.js';

/** The parts of an architecture's document; what else the branch has is the form's. */
const parts = ['version', 'nodes', 'output'];

/** One network as the JSON that trials and `cambium export` give: the `network` editor. */
export function NetworkEditor({ branch, dialect, spec, setObject, issues }: DialectEditorProps): ReactElement {
  const schema: JsonSchema = jsonRecord(dialect?.schema);
  const value = jsonRecord(valueAt(spec, ['space', branch]));
  const formFields = ['dialect', ...Object.keys(schema.properties ?? {}).filter((name) => !parts.includes(name))];
  const { form, document } = split(value, formFields);
  const change = (next: Spec) => setObject(['space', branch], { ...form, ...next });
  const ofForm = (issue: FieldIssue) => formFields.includes(issue.path[0] ?? '');
  return (
    <>
      <SchemaForm
        schema={schema}
        value={form}
        onChange={(next) => setObject(['space', branch], { ...next, ...document })}
        issues={issues.filter(ofForm)}
        skip={['dialect', ...parts]}
      />
      <NetworkField
        document={document}
        example={exampleOf(schema)}
        issues={issues.filter((issue) => !ofForm(issue))}
        onChange={change}
      />
    </>
  );
}

interface NetworkFieldProps {
  /** Empty: the example. */
  readonly document: Spec;
  readonly example: Spec;
  readonly issues: readonly FieldIssue[];
  readonly onChange: (document: Spec) => void;
}

function NetworkField({ document, example, issues, onChange }: NetworkFieldProps): ReactElement {
  const label = useId();
  const [text, setDraft] = useDraft(document, {
    read: toDocument,
    write: (value) => toText(jsonRecord(value), example),
  });
  const write = (next: string) => {
    setDraft(next);
    onChange(toDocument(next));
  };
  const showExample = () => {
    setDraft(null);
    onChange({});
  };
  const reading = readNetwork(text);
  const problem = 'problem' in reading && text.trim() !== '' ? reading.problem : null;
  const isGiven = Object.keys(document).length > 0;
  return (
    <div className={classes.network}>
      <Group justify="space-between" gap="xs">
        <Text size="xs" fw={500} id={label}>
          Network as JSON
        </Text>
        <Group gap="xs">
          <FileButton accept="application/json,.json" onChange={async (file) => file && write(await file.text())}>
            {(props) => (
              <Button {...props} size="compact-xs" variant="default">
                Open a file…
              </Button>
            )}
          </FileButton>
          <Button size="compact-xs" variant="default" disabled={!isGiven} onClick={showExample}>
            The example
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="var(--cambium-quiet)">
        As “JSON” on a trial’s page gives it: nodes in topological order, the image first, and the node that gives the
        logits. Images and classes are made those of the task.
      </Text>
      <Textarea
        aria-labelledby={label}
        // Not by autosize, which counts lines as if they were wrapped.
        rows={Math.min(24, Math.max(6, text.split('\n').length + 1))}
        spellCheck={false}
        wrap="off"
        error={problem ?? lines(issues)}
        value={text}
        onBlur={() => setDraft(null)}
        onChange={(event) => write(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12.5, lineHeight: 1.5 } }}
      />
    </div>
  );
}

/** Empty is the example. What is no document arrives as its text, for the server to refuse. */
function toDocument(text: string): Spec {
  if (text.trim() === '') return {};
  const reading = readNetwork(text);
  return 'document' in reading ? reading.document : { version: 1, nodes: text };
}

function toText(document: Spec, example: Spec): string {
  const { nodes } = document;
  if (typeof nodes === 'string') return nodes;
  return networkText(Object.keys(document).length === 0 ? example : document);
}

/** What the server takes when no network is written, as its schema says. */
function exampleOf({ properties = {} }: JsonSchema): Spec {
  return Object.fromEntries(parts.map((name) => [name, properties[name]?.default]));
}

function split(value: Spec, formFields: readonly string[]): { readonly form: Spec; readonly document: Spec } {
  const entries = Object.entries(value);
  const isForm = ([name]: [string, unknown]) => formFields.includes(name);
  return {
    form: Object.fromEntries(entries.filter(isForm)),
    document: Object.fromEntries(entries.filter((entry) => !isForm(entry))),
  };
}

function lines(issues: readonly FieldIssue[]): ReactNode {
  if (issues.length === 0) return null;
  return issues.map(({ path, message }) => (
    <span key={`${path.join('.')} ${message}`} className={classes.problem}>
      {message}
    </span>
  ));
}
