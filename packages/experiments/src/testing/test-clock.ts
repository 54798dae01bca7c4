import type { Clock } from '@cambium/core';
import type { Sleep } from '../dependencies.js';

export interface TestClock extends Clock {
  readonly sleep: Sleep;
  /** Lets time pass and wakes who slept until then. */
  advance(ms: number): void;
  /** Who sleeps now. */
  sleepers(): number;
}

/** Time that stands still until it is told to pass. */
export function createTestClock(start = 1_700_000_000_000): TestClock {
  let now = start;
  const sleeping = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = {
          until: now + ms,
          wake: () => {
            sleeping.delete(sleeper);
            resolve();
          },
        };
        sleeping.add(sleeper);
        signal.addEventListener('abort', sleeper.wake);
      }),
    advance(ms) {
      now += ms;
      for (const sleeper of sleeping) if (sleeper.until <= now) sleeper.wake();
    },
    sleepers: () => sleeping.size,
  };
}
