'use client';

import type { ExperimentLiveFragment } from '@cambium/graphql';
import { useEffect, useState } from 'react';
import type { EventHub } from '../../lib/live/event-hub.js';
import { useEventHub } from '../../lib/live/use-event-hub.js';

export interface ExperimentStream {
  readonly experiment: ExperimentLiveFragment;
  readonly hub: EventHub;
  /** Takes a newer state of the experiment, e.g. a mutation's answer. */
  readonly accept: (experiment: ExperimentLiveFragment) => void;
}

/**
 * Follows an experiment from its snapshot on: each event once, also over lost connections. A snapshot of an earlier visit
 * is shown, but nothing is followed before the fresh one is there.
 */
export function useExperimentStream(snapshot: ExperimentLiveFragment, isFresh: boolean): ExperimentStream {
  const hub = useEventHub(snapshot.id, isFresh ? snapshot.lastSeq : null);
  const [live, setLive] = useState(snapshot);
  const accept = (next: ExperimentLiveFragment) => setLive((now) => (next.lastSeq >= now.lastSeq ? next : now));
  useEffect(
    () =>
      hub.listen(snapshot.lastSeq, {
        batches: (batches) => {
          const newest = batches.at(-1)?.experiment;
          if (newest) setLive((now) => (newest.lastSeq >= now.lastSeq ? newest : now));
        },
        // A batch has the whole experiment as it is then.
        gap: () => undefined,
      }),
    [hub, snapshot.lastSeq],
  );
  return { experiment: live.lastSeq > snapshot.lastSeq ? live : snapshot, hub, accept };
}
