import { CambiumError, type ExperimentEvent } from '@cambium/core';
import type { Dependencies } from '../dependencies.js';

const batchSize = 500;

/**
 * Batches of events with seq > `afterSeq`, in order and without gaps: first what was missed, then what comes, until
 * `signal` is aborted. @throws CambiumError `not-found`.
 */
export async function* watchEvents(
  { store, signals }: Pick<Dependencies, 'store' | 'signals'>,
  experimentId: string,
  { afterSeq, signal }: { readonly afterSeq: number; readonly signal?: AbortSignal },
): AsyncGenerator<readonly ExperimentEvent[], void, void> {
  if ((await store.find(experimentId)) === undefined) {
    throw new CambiumError('not-found', `there is no experiment ${experimentId}`);
  }
  const doorbell = createDoorbell();
  const off = signals.onEvents(experimentId, doorbell.ring);
  signal?.addEventListener('abort', doorbell.ring);
  try {
    let seq = afterSeq;
    const stopped = () => signal?.aborted === true;
    while (!stopped()) {
      // Armed before it reads: an event that comes meanwhile rings.
      const rung = doorbell.next();
      const events = await store.events(experimentId, seq, batchSize);
      const last = events.at(-1);
      if (last === undefined) {
        await rung;
      } else {
        seq = last.seq;
        yield events;
      }
    }
  } finally {
    off();
    signal?.removeEventListener('abort', doorbell.ring);
  }
}

/** `next()` resolves at the first ring after it was called; many rings are one. */
function createDoorbell() {
  let answer: () => void = () => {};
  return {
    ring: () => answer(),
    next: () =>
      new Promise<void>((resolve) => {
        answer = resolve;
      }),
  };
}
