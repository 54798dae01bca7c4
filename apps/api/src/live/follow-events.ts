import type { ExperimentEvent, ExperimentStore, LedgerSignals } from '@cambium/core';
import { createAlarm } from './alarm.js';
import { untilThere } from './until-there.js';

export interface FollowOptions {
  readonly store: Pick<ExperimentStore, 'events'> & Pick<LedgerSignals, 'onEvents'>;
  readonly experimentId: string;
  /** Events with a greater sequence number are given. */
  readonly afterSeq: number;
  /** Bursts within so many milliseconds come as one batch. */
  readonly gapMs: number;
  /** Asked before each batch and at least every `recheckMs`: false ends the stream. */
  readonly mayRead: () => Promise<boolean>;
  readonly recheckMs: number;
  readonly signal: AbortSignal;
}

const batchSize = 500;

/**
 * Replays an experiment's events and then follows it, each event once and in order. Signals only wake the reader: what
 * it reads goes by sequence number, so a lost or doubled signal loses and doubles nothing.
 */
export async function* followEvents(options: FollowOptions): AsyncGenerator<readonly ExperimentEvent[]> {
  const { store, experimentId, gapMs, mayRead, recheckMs, signal } = options;
  const alarm = createAlarm(signal);
  const unsubscribe = store.onEvents(experimentId, alarm.ring);
  let { afterSeq } = options;
  try {
    while (!signal.aborted && (await untilThere(mayRead, signal))) {
      alarm.reset();
      const events = await untilThere(() => store.events(experimentId, afterSeq, batchSize), signal);
      const last = events.at(-1);
      if (last !== undefined) {
        afterSeq = last.seq;
        yield events;
        if (events.length === batchSize) continue;
        await alarm.pause(gapMs);
      }
      await alarm.wait(recheckMs);
    }
  } finally {
    unsubscribe();
    alarm.dispose();
  }
}
