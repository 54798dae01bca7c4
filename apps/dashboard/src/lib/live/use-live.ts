'use client';

import { createContext, use, useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { LiveSocket, LiveState } from './live-socket.js';

/** null in the server's HTML. */
export const LiveContext = createContext<LiveSocket | null>(null);

export function useLiveSocket(): LiveSocket | null {
  return use(LiveContext);
}

const noSubscription = () => () => undefined;

export function useLiveState(): LiveState {
  const socket = useLiveSocket();
  return useSyncExternalStore(
    socket?.onState ?? noSubscription,
    () => socket?.state() ?? 'idle',
    () => 'idle',
  );
}

/** Runs `listener` each time the connection is there again after it was lost. */
export function useReconnect(listener: () => void): void {
  const socket = useLiveSocket();
  const call = useEffectEvent(listener);
  useEffect(() => socket?.onReconnect(() => call()), [socket]);
}
