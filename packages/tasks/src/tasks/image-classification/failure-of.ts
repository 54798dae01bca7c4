import { CambiumError, type TrialOutcome } from '@cambium/core';

/**
 * The outcome of an expected error; undefined for any other: a bug, or memory that ran out, is for the caller to see. Bad
 * input stays bad; a device that can't work here may work on another runner.
 */
export function failureOf(error: unknown): Extract<TrialOutcome, { kind: 'failed' }> | undefined {
  if (!(error instanceof CambiumError)) return undefined;
  const elsewhere = error.code === 'give-up' || error.code === 'retry';
  const code = elsewhere ? 'error' : 'bad-input';
  return { kind: 'failed', failure: { code, message: error.message }, retry: elsewhere, artifacts: [] };
}
