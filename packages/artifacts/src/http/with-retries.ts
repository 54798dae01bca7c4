import { setTimeout as delay } from 'node:timers/promises';
import { CambiumError } from '@cambium/core';

export interface RetryOptions {
  /** How often it is tried at most. Integer ≥ 1. */
  readonly tries: number;
  /** Milliseconds before the second try; each further wait is twice as long, with up to a quarter taken off at random. */
  readonly backoffMs: number;
}

/** Tries again after a CambiumError `retry`; any other error passes at once. */
export async function withRetries<T>({ tries, backoffMs }: RetryOptions, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (cause) {
      const mayHelp = cause instanceof CambiumError && cause.code === 'retry';
      if (!mayHelp || attempt >= tries) throw cause;
      await delay(backoffMs * 2 ** (attempt - 1) * (1 - Math.random() / 4));
    }
  }
}
