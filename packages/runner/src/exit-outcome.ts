import type { TrialOutcome } from '@cambium/core';
import { outOfMemory, saysOutOfMemory } from './out-of-memory.js';

/** How a worker process ended without an outcome. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to stderr during the attempt. */
  readonly stderr: string;
}

/**
 * Names what ended a worker process: the kernel's and V8's out-of-memory deaths, a signal, an exit code. It may have been
 * the machine's fault, so the trial is tried again.
 */
export function exitOutcome({ code, signal, stderr }: ProcessExit): Extract<TrialOutcome, { kind: 'failed' }> {
  if (saysOutOfMemory(stderr)) return outOfMemory('', stderr);
  if (signal === 'SIGKILL') {
    return outOfMemory(
      ', most likely: its process was killed (SIGKILL), as the system does when it has no more',
      stderr,
    );
  }
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  const message = `The trial’s process ended ${how} before it had a result.`;
  const failure = { code: 'crashed', message, ...(stderr.trim() === '' ? {} : { stderr }) };
  return { kind: 'failed', failure, retry: true, artifacts: [] };
}
