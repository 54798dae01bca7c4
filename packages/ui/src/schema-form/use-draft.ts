import { useState } from 'react';

/** How a field's value is written as text. `read` takes any text: what it can't read it gives back as it is. */
export interface TextForm {
  readonly read: (text: string) => unknown;
  readonly write: (value: unknown) => string;
}

/**
 * The text of a field, and how to change it; null lets go of what was typed. What was typed stays (`1.0`, `3e-4`) as long
 * as it means the field's value; another value from outside is shown instead.
 */
export function useDraft(value: unknown, { read, write }: TextForm): [string, (draft: string | null) => void] {
  const [draft, setDraft] = useState<string | null>(null);
  const stays = draft !== null && JSON.stringify(read(draft)) === JSON.stringify(value);
  return [stays ? draft : write(value), setDraft];
}
