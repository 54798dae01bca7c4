import { CambiumError, type TrialOutcome } from '@cambium/core';

/** What TensorFlow.js' backends, V8 and the operating system say when memory runs out. */
const outOfMemory =
  /out of memory|cannot allocate memory|allocation failed|cannot enlarge memory|memory access out of bounds|RESOURCE_EXHAUSTED|ENOMEM|\bOOM\b/i;

/**
 * The outcome of an expected error; undefined for any other, which is a bug for the caller to see. The same trial runs
 * out of the same memory again, and bad input stays bad; a device that can't work here may work on another runner.
 */
export function failureOf(error: unknown): Extract<TrialOutcome, { kind: 'failed' }> | undefined {
  if (!(error instanceof Error)) return undefined;
  if (outOfMemory.test(error.message)) {
    const message = `The trial ran out of memory; make the network, the images or the batch smaller. ${error.message}`;
    return { kind: 'failed', failure: { code: 'out-of-memory', message }, retry: false, artifacts: [] };
  }
  if (!(error instanceof CambiumError)) return undefined;
  const elsewhere = error.code === 'give-up' || error.code === 'retry';
  const code = elsewhere ? 'error' : 'bad-input';
  return { kind: 'failed', failure: { code, message: error.message }, retry: elsewhere, artifacts: [] };
}
