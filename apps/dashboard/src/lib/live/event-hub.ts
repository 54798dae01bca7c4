import type { ExperimentEventsSubscription } from '@cambium/graphql';

export type EventBatch = ExperimentEventsSubscription['experimentEvents'];

export interface EventHub {
  /** Hands batches to all listeners. */
  publish(batches: readonly EventBatch[]): void;
  /** Gives what came after `afterSeq` already, then everything to come. Returns how to stop. */
  listen(afterSeq: number, listener: (batches: readonly EventBatch[]) => void): () => void;
  /** The newest event seen. */
  readonly lastSeq: number;
}

/** Batches kept for parts of the page whose own data arrives later than the page's. */
const kept = 400;

/** Shares one subscription between the parts of a page, each of which starts from its own snapshot. */
export function createEventHub(lastSeq: number): EventHub {
  const listeners = new Set<(batches: readonly EventBatch[]) => void>();
  let recent: readonly EventBatch[] = [];
  let newest = lastSeq;
  return {
    publish(batches) {
      recent = [...recent, ...batches].slice(-kept);
      newest = Math.max(newest, ...batches.map((batch) => batch.lastSeq));
      for (const listener of listeners) listener(batches);
    },
    listen(afterSeq, listener) {
      const missed = recent.filter((batch) => batch.lastSeq > afterSeq);
      if (missed.length > 0) listener(missed);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get lastSeq() {
      return newest;
    },
  };
}
