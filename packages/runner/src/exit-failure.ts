import type { TrialFailure } from '@cambium/core';

/** How a worker process ended without an outcome. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The end of what it wrote to stderr. */
  readonly stderr: string;
}

const outOfMemory = /out of memory|Cannot allocate memory|allocation failed|ENOMEM|RESOURCE_EXHAUSTED|\bOOM\b/i;

/** Names what ended a worker process: the kernel's and V8's out-of-memory deaths, a signal, an exit code. */
export function exitFailure({ code, signal, stderr }: ProcessExit): TrialFailure {
  const end = stderr.trim() === '' ? {} : { stderr };
  if (outOfMemory.test(stderr)) {
    return {
      code: 'out-of-memory',
      message: 'The trial ran out of memory. Make the network or the batch smaller.',
      ...end,
    };
  }
  if (signal === 'SIGKILL') {
    return {
      code: 'out-of-memory',
      message: 'The trial’s process was killed (SIGKILL): most often the system was out of memory.',
      ...end,
    };
  }
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return { code: 'crashed', message: `The trial’s process ended ${how} before it had a result.`, ...end };
}
