import type { ExperimentEventsSubscription } from '@cambium/graphql';

export type EventBatch = ExperimentEventsSubscription['experimentEvents'];

export interface HubListener {
  /** What came after the listener's snapshot, in order; trials are as they were when the batch was made. */
  readonly batches: (batches: readonly EventBatch[]) => void;
  /** Events after the snapshot are no longer kept: only a new snapshot helps. */
  readonly gap: () => void;
}

export interface EventHub {
  /**
   * Settles where to follow from: at `afterSeq`, or a little earlier where a part that listens already needs it. Counts
   * once. `lastSeq` is then the event after which to publish.
   */
  begin(afterSeq: number): void;
  /** Hands batches to all listeners. */
  publish(batches: readonly EventBatch[]): void;
  /** Gives what came after `afterSeq` already, then everything to come. Returns how to stop. */
  listen(afterSeq: number, listener: HubListener): () => void;
  /** The batches with events after `afterSeq`; null when some of those are not kept. */
  since(afterSeq: number): readonly EventBatch[] | null;
  /** The newest event seen. */
  readonly lastSeq: number;
}

/** Events kept for parts of the page whose own data arrives later than the page's. */
export const mostEvents = 2000;

/** Parts of one page are asked for at the same time, but not read at the same instant: so many events may lie between. */
export const mostBehind = 500;

/**
 * Shares one subscription between the parts of a page. Each part has a snapshot of its own, and the number of the event
 * up to which it is true: it gets every later event once, or is told that it can't.
 */
export function createEventHub(): EventHub {
  const parts = new Set<{ readonly afterSeq: number; readonly listener: HubListener }>();
  let recent: readonly EventBatch[] = [];
  /** All events after this one are in `recent`; null before the beginning. */
  let complete: number | null = null;
  let newest = 0;

  const since = (afterSeq: number) => (complete === null || afterSeq < complete ? null : laterThan(afterSeq, recent));

  return {
    begin(afterSeq) {
      if (complete !== null) return;
      const near = [...parts].map((part) => part.afterSeq).filter((seq) => seq >= afterSeq - mostBehind);
      const start = Math.min(afterSeq, ...near);
      complete = start;
      newest = start;
      for (const part of parts) if (part.afterSeq < start) part.listener.gap();
    },
    publish(batches) {
      recent = [...recent, ...batches];
      newest = Math.max(newest, ...batches.map((batch) => batch.lastSeq));
      let events = recent.reduce((sum, batch) => sum + batch.events.length, 0);
      for (let first = recent[0]; first && events > mostEvents; first = recent[0]) {
        complete = first.lastSeq;
        events -= first.events.length;
        recent = recent.slice(1);
      }
      for (const { afterSeq, listener } of parts) {
        const later = laterThan(afterSeq, batches);
        if (later.length > 0) listener.batches(later);
      }
    },
    listen(afterSeq, listener) {
      const part = { afterSeq, listener };
      parts.add(part);
      if (complete !== null) {
        const missed = since(afterSeq);
        if (missed === null) listener.gap();
        else if (missed.length > 0) listener.batches(missed);
      }
      return () => parts.delete(part);
    },
    since,
    get lastSeq() {
      return newest;
    },
  };
}

function laterThan(afterSeq: number, batches: readonly EventBatch[]): readonly EventBatch[] {
  return batches
    .filter((batch) => batch.lastSeq > afterSeq)
    .map((batch) =>
      (batch.events[0]?.seq ?? Number.POSITIVE_INFINITY) > afterSeq
        ? batch
        : { ...batch, events: batch.events.filter((event) => event.seq > afterSeq) },
    );
}
