import { Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { type TextForm, useDraft } from './use-draft.js';

export interface JsonFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: unknown;
  readonly error?: string | undefined;
  /** Empty is undefined. What is not JSON arrives as its text, for whoever checks the value to refuse. */
  readonly onChange: (value: unknown) => void;
}

const jsonText: TextForm = {
  read: (text) => {
    if (text.trim() === '') return undefined;
    return isJson(text) ? JSON.parse(text) : text;
  },
  write: (value) => {
    if (value === undefined) return '';
    return typeof value === 'string' && !isJson(value) ? value : JSON.stringify(value, null, 2);
  },
};

/** What no other field can draw, as JSON text. */
export function JsonField({ label, description, value, error, onChange }: JsonFieldProps): ReactElement {
  const [text, setDraft] = useDraft(value, jsonText);
  return (
    <Textarea
      size="xs"
      label={label}
      description={description}
      error={text.trim() === '' || isJson(text) ? error : 'Not valid JSON'}
      value={text}
      autosize
      minRows={2}
      maxRows={12}
      spellCheck={false}
      style={{ gridColumn: '1 / -1' }}
      styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      onBlur={() => setDraft(null)}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onChange(jsonText.read(event.currentTarget.value));
      }}
    />
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
