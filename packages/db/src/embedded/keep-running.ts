import { setTimeout as delay } from 'node:timers/promises';
import type { Presence } from './presence.js';

const maxPauseMs = 10_000;

export interface KeepRunningOptions {
  /** Joins the server if it runs, else starts it, on the port it had. Called again until it succeeds. */
  revive(): Promise<Presence>;
  log(line: string): void;
}

export interface KeptServer {
  /** From now on the server may die. @returns this process's presence; its connection may be gone. */
  release(): Promise<Presence>;
}

/**
 * Brings the server back whenever it is lost: killed, out of memory, crashed, stopped by somebody. Of all the processes
 * that use it the first to notice starts it, and the others find it running.
 */
export function keepRunning(first: Presence, { revive, log }: KeepRunningOptions): KeptServer {
  const released = new AbortController();
  const onRelease = new Promise<void>((resolve) => {
    released.signal.addEventListener('abort', () => resolve(), { once: true });
  });

  const bringBack = async (): Promise<Presence | undefined> => {
    log('lost PostgreSQL; bringing it back');
    for (let failures = 0; !released.signal.aborted; failures++) {
      try {
        return await revive();
      } catch (error) {
        const pauseMs = Math.min(maxPauseMs, 250 * 2 ** failures);
        const message = error instanceof Error ? error.message : String(error);
        log(`PostgreSQL can't be brought back: ${message} Next try in ${pauseMs / 1000} s.`);
        await delay(pauseMs, undefined, { signal: released.signal, ref: false }).catch(() => {});
      }
    }
    return undefined;
  };

  const kept = (async () => {
    let presence = first;
    for (;;) {
      await Promise.race([presence.lost, onRelease]);
      if (released.signal.aborted) return presence;
      presence = (await bringBack()) ?? presence;
    }
  })();
  return {
    release() {
      released.abort();
      return kept;
    },
  };
}
