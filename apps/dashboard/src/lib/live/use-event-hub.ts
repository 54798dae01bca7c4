'use client';

import { ExperimentEventsDocument } from '@cambium/graphql';
import { notifications } from '@mantine/notifications';
import { useEffect, useEffectEvent, useState } from 'react';
import { createEventHub, type EventBatch, type EventHub } from './event-hub.js';
import { createFrameBuffer } from './frame-buffer.js';
import { useLiveSocket } from './use-live.js';

/**
 * The events of an experiment after `start`, each once, also over lost connections. Nothing is followed while `start` is
 * null: the page's own answer is still on its way. Mount anew (by key) for another experiment.
 */
export function useEventHub(id: string, start: number | null): EventHub {
  const socket = useLiveSocket();
  const [hub] = useState(createEventHub);
  const ready = start !== null;
  const begin = useEffectEvent(() => hub.begin(start ?? 0));
  useEffect(() => {
    if (!ready) return undefined;
    begin();
    const buffer = createFrameBuffer<EventBatch>((batches) => hub.publish(batches));
    let seen = hub.lastSeq;
    const stop = socket?.follow(ExperimentEventsDocument, () => ({ id, afterSeq: seen }), {
      next: ({ experimentEvents }) => {
        seen = Math.max(seen, experimentEvents.lastSeq);
        buffer.push(experimentEvents);
      },
      fail: (message) => notifications.show({ color: 'red', title: 'Live updates stopped', message }),
    });
    return () => {
      buffer.clear();
      stop?.();
    };
  }, [socket, id, hub, ready]);
  return hub;
}
