import { TextInput, type TextInputProps } from '@mantine/core';
import { type ReactElement, useState } from 'react';

export interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly integer?: boolean;
}

/** A number as a person writes it: `0.0003`, `3e-4`, `1,000` is refused. Empty means absent. */
export function NumberField({ value, onChange, integer = false, error, ...rest }: NumberFieldProps): ReactElement {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? (value === undefined ? '' : String(value));
  const problem = draft === null ? null : numberProblem(draft, integer);
  return (
    <TextInput
      size="xs"
      inputMode={integer ? 'numeric' : 'decimal'}
      autoComplete="off"
      {...rest}
      value={shown}
      error={problem ?? error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        if (text.trim() === '') onChange(undefined);
        else if (numberProblem(text, integer) === null) onChange(Number(text));
      }}
      onBlur={() => problem === null && setDraft(null)}
    />
  );
}

function numberProblem(text: string, integer: boolean): string | null {
  if (text.trim() === '') return null;
  const value = Number(text);
  if (!Number.isFinite(value)) return 'Not a number; write it like 0.001 or 1e-3';
  return integer && !Number.isInteger(value) ? 'Needs a whole number' : null;
}
