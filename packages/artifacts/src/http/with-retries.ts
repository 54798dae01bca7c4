import { CambiumError } from '@cambium/core';

export interface RetryOptions {
  /** No new try starts after so many milliseconds; the last error is thrown then. Ten minutes. */
  readonly forMs?: number;
  /** Milliseconds before the second try; each further pause is twice as long, up to `maxPauseMs`. */
  readonly pauseMs?: number;
  readonly maxPauseMs?: number;
}

/**
 * Tries again after a CambiumError `retry`; any other error passes at once. Each pause is drawn between half and the whole
 * of its length, so that many runners do not come back at one moment.
 */
export async function withRetries<T>(
  { forMs = 600_000, pauseMs = 250, maxPauseMs = 5000 }: RetryOptions,
  work: () => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + forMs;
  for (let longest = pauseMs; ; longest = Math.min(maxPauseMs, longest * 2)) {
    try {
      return await work();
    } catch (cause) {
      const mayHelp = cause instanceof CambiumError && cause.code === 'retry';
      if (!mayHelp || performance.now() >= deadline) throw cause;
      await new Promise((resolve) => setTimeout(resolve, longest * (0.5 + Math.random() / 2)));
    }
  }
}
