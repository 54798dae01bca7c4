import { CambiumError, formatPath } from '@cambium/core';

/** An issue as a sentence that says where. */
export function readable({ path, message }: { path: readonly PropertyKey[]; message: string }): string {
  const keys = path.map((key) => (typeof key === 'number' ? key : String(key)));
  return keys.length === 0 ? message : `${formatPath(keys)}: ${message}`;
}

export function refusal(what: string, messages: readonly string[]): CambiumError {
  return new CambiumError('fix-input', `this trial's ${what} can't be used: ${messages.join('; ')}`);
}
