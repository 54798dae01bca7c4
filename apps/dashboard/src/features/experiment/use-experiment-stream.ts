'use client';

import { ExperimentEventsDocument, type ExperimentLiveFragment } from '@cambium/graphql';
import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { createFrameBuffer } from '../../lib/live/frame-buffer.js';
import { useLiveSocket } from '../../lib/live/use-live.js';
import { createEventHub, type EventBatch, type EventHub } from './event-hub.js';

export interface ExperimentStream {
  readonly experiment: ExperimentLiveFragment;
  readonly hub: EventHub;
  /** Takes a newer state of the experiment, e.g. a mutation's answer. */
  readonly accept: (experiment: ExperimentLiveFragment) => void;
}

/** Follows an experiment from its snapshot on: each event once, also over lost connections. */
export function useExperimentStream(snapshot: ExperimentLiveFragment): ExperimentStream {
  const socket = useLiveSocket();
  const { id } = snapshot;
  const [experiment, setExperiment] = useState(snapshot);
  const [hub] = useState(() => createEventHub(snapshot.lastSeq));
  const accept = (next: ExperimentLiveFragment) =>
    setExperiment((current) => (next.lastSeq >= current.lastSeq ? next : current));

  useEffect(() => {
    const buffer = createFrameBuffer<EventBatch>((batches) => {
      hub.publish(batches);
      const newest = batches.at(-1)?.experiment;
      if (newest) setExperiment((current) => (newest.lastSeq >= current.lastSeq ? newest : current));
    });
    let seen = hub.lastSeq;
    const stop = socket?.follow(ExperimentEventsDocument, () => ({ id, afterSeq: seen }), {
      next: ({ experimentEvents }) => {
        seen = Math.max(seen, experimentEvents.lastSeq);
        buffer.push(experimentEvents);
      },
      fail: (message) => notifications.show({ color: 'red', title: 'Live updates stopped', message }),
    });
    return () => stop?.();
  }, [socket, id, hub]);

  return { experiment, hub, accept };
}
