import { TextInput, type TextInputProps } from '@mantine/core';
import type { ReactElement } from 'react';
import { type TextForm, useDraft } from './use-draft.js';

export interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  /** A number, or the text that stands in its place. Anything else is shown as empty. */
  readonly value: unknown;
  /** Empty is undefined. What is no number arrives as its text, for whoever checks the value to refuse. */
  readonly onChange: (value: number | string | undefined) => void;
  readonly integer?: boolean;
}

const numberText = {
  read: (text: string) => {
    if (text.trim() === '') return undefined;
    return Number.isFinite(Number(text)) ? Number(text) : text;
  },
  write: (value) => (typeof value === 'number' || typeof value === 'string' ? String(value) : ''),
} satisfies TextForm;

/** A number as a person writes it: `0.0003`, `3e-4`; `1,000` is none. */
export function NumberField({ value, onChange, integer = false, error, ...rest }: NumberFieldProps): ReactElement {
  const [text, setDraft] = useDraft(value, numberText);
  return (
    <TextInput
      size="xs"
      inputMode={integer ? 'numeric' : 'decimal'}
      autoComplete="off"
      {...rest}
      value={text}
      error={numberProblem(numberText.read(text), integer) ?? error}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onChange(numberText.read(event.currentTarget.value));
      }}
      onBlur={() => setDraft(null)}
    />
  );
}

function numberProblem(value: number | string | undefined, integer: boolean): string | null {
  if (typeof value === 'string') return 'Not a number; write it like 0.001 or 1e-3';
  return integer && value !== undefined && !Number.isInteger(value) ? 'Needs a whole number' : null;
}
