import { JsonInput } from '@mantine/core';
import { type ReactElement, useState } from 'react';

export interface JsonFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly value: unknown;
  readonly error?: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** What no other field can draw, as JSON text. Changes arrive only when the text is valid. */
export function JsonField({ label, description, value, error, onChange }: JsonFieldProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === undefined ? '' : JSON.stringify(value, null, 2));
  return (
    <JsonInput
      size="xs"
      label={label}
      description={description}
      error={error}
      value={shown}
      autosize
      minRows={2}
      maxRows={12}
      validationError="Not valid JSON"
      onBlur={() => setDraft(null)}
      onChange={(text) => {
        setDraft(text);
        if (text.trim() === '') return onChange(undefined);
        try {
          onChange(JSON.parse(text));
        } catch {
          // The input itself says that the text is not JSON yet; the last valid value stays.
        }
      }}
    />
  );
}
