import { CambiumError, type TrialOutcome } from '@cambium/core';
import { outOfMemory, saysOutOfMemory } from './out-of-memory.js';

/** The outcome of an error that an evaluator threw: memory ran out, or nobody foresaw it. */
export function errorOutcome(error: unknown): Extract<TrialOutcome, { kind: 'failed' }> {
  const message = error instanceof Error ? error.message : String(error);
  const stderr = error instanceof Error ? (error.stack ?? message) : message;
  if (saysOutOfMemory(message)) return outOfMemory(` (${message})`, stderr);
  // A bad input is as bad the next time; anything else may be the machine's fault.
  const retry = !(error instanceof CambiumError && error.code === 'fix-input');
  return { kind: 'failed', failure: { code: retry ? 'error' : 'bad-input', message, stderr }, retry, artifacts: [] };
}
