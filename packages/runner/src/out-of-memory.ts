import type { TrialOutcome } from '@cambium/core';

/** What V8, WebAssembly, TensorFlow and the operating system say when memory runs out. */
const words =
  /out of memory|cannot allocate memory|cannot enlarge memory|allocation failed|memory access out of bounds|RESOURCE_EXHAUSTED|ENOMEM|\bOOM\b/i;

export function saysOutOfMemory(text: string): boolean {
  return words.test(text);
}

/**
 * A trial that ran out of memory is tried again, within `budget.maxAttempts`, whether its process died of it or survived:
 * the memory may have been taken by trials of other slots or by earlier trials of the same process, and the next attempt
 * gets a new process of whichever runner is free. One that is too large for all of them fails within its first steps, so
 * the tries that it wastes are short.
 */
export function outOfMemory(reason: string, stderr: string): Extract<TrialOutcome, { kind: 'failed' }> {
  const message = `The trial ran out of memory${reason}. Make the network, the images or the batch smaller.`;
  const failure = { code: 'out-of-memory', message, ...(stderr.trim() === '' ? {} : { stderr }) };
  return { kind: 'failed', failure, retry: true, artifacts: [] };
}
