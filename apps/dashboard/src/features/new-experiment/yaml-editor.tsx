'use client';

import { CopyButton } from '@cambium/ui';
import { Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import classes from './new-experiment.module.css';

export interface YamlEditorProps {
  readonly text: string;
  readonly problem: string | null;
  readonly onChange: (text: string) => void;
}

/** The specification as the text it is; the form shows the same. */
export function YamlEditor({ text, problem, onChange }: YamlEditorProps): ReactElement {
  return (
    <section className="card" aria-label="YAML">
      <div style={{ display: 'flex', justifyContent: 'space-between', gap: 8 }}>
        <h2 className={classes.title}>Specification as YAML</h2>
        <CopyButton value={text} label="Copy YAML" />
      </div>
      <Textarea
        aria-label="Specification as YAML"
        autosize
        minRows={18}
        maxRows={44}
        spellCheck={false}
        error={problem}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 13, lineHeight: 1.5 } }}
      />
    </section>
  );
}
