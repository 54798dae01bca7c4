import { setTimeout as sleep } from 'node:timers/promises';
import { expectedError } from '../graphql/public-error.js';

/**
 * Repeats a read every second while the database is away, so that a live stream goes on where it was when it is back.
 * @throws the signal's reason when it is aborted first, and every other error at once.
 */
export async function untilThere<T>(read: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await read();
    } catch (error) {
      if (expectedError(error)?.code !== 'retry') throw error;
      await sleep(1_000, undefined, { signal });
    }
  }
}
