import type { LedgerSignals } from '@cambium/core';
import { createAlarm } from './alarm.js';
import { untilThere } from './until-there.js';

export interface FollowChangesOptions {
  readonly signals: Pick<LedgerSignals, 'onAnyEvents'>;
  /** Changes of one experiment within so many milliseconds come once. */
  readonly gapMs: number;
  readonly mayRead: () => Promise<boolean>;
  readonly recheckMs: number;
  readonly signal: AbortSignal;
}

/**
 * Ids of experiments that were created or changed from now on, each at most once per `gapMs`. No ids come first, at once:
 * what is read after that misses no change.
 */
export async function* followChanges(options: FollowChangesOptions): AsyncGenerator<readonly string[]> {
  const { signals, gapMs, mayRead, recheckMs, signal } = options;
  const changed = new Set<string>();
  const alarm = createAlarm(signal);
  const unsubscribe = signals.onAnyEvents((experimentId) => {
    changed.add(experimentId);
    alarm.ring();
  });
  try {
    yield [];
    while (!signal.aborted) {
      await alarm.wait(recheckMs);
      await alarm.pause(gapMs);
      if (signal.aborted || !(await untilThere(mayRead, signal))) return;
      alarm.reset();
      const ids = [...changed];
      changed.clear();
      if (ids.length > 0) yield ids;
    }
  } finally {
    unsubscribe();
    alarm.dispose();
  }
}
