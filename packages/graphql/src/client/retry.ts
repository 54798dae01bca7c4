import { CambiumError } from '@cambium/core';

export interface RetryOptions {
  /** No new try starts after so many milliseconds; the last error is thrown then. */
  readonly forMs: number;
  /** Pause before the second try; doubles up to `maxPauseMs`. */
  readonly pauseMs?: number;
  readonly maxPauseMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Called before each pause. */
  readonly onRetry?: ((error: CambiumError, attempt: number) => void) | undefined;
}

/**
 * Repeats `work` while it fails with the code `retry`. Each pause is drawn between half and the whole of its length, so
 * that many clients do not come back at one moment. Other errors are thrown at once; so is an abort.
 */
export async function withRetry<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { forMs, pauseMs = 200, maxPauseMs = 5_000, signal, onRetry } = options;
  const deadline = performance.now() + forMs;
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const retryable = error instanceof CambiumError && error.code === 'retry';
      if (!retryable || performance.now() >= deadline) throw error;
      onRetry?.(error, attempt);
      const pause = Math.min(maxPauseMs, pauseMs * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
      await sleep(pause, signal);
    }
  }
}

/** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(signal.reason as Error);
    const finish = () => {
      signal?.removeEventListener('abort', abort);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', abort, { once: true });
  });
}
