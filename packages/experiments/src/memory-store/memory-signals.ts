import type { LedgerSignals } from '@cambium/core';

/** Listeners in this process. They are called in a microtask: one that throws can't undo a commit. */
export interface MemorySignals extends LedgerSignals {
  fireEvents(experimentId: string): void;
  fireWork(): void;
}

export function createMemorySignals(): MemorySignals {
  const events = new Map<string, Set<() => void>>();
  const anyEvents = new Set<(experimentId: string) => void>();
  const work = new Set<() => void>();
  const fire = (listeners: ReadonlySet<() => void>) => {
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener());
  };
  return {
    onEvents(experimentId, listener) {
      const listeners = events.get(experimentId) ?? new Set();
      events.set(experimentId, listeners);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) events.delete(experimentId);
      };
    },
    onAnyEvents(listener) {
      anyEvents.add(listener);
      return () => {
        anyEvents.delete(listener);
      };
    },
    onWork(listener) {
      work.add(listener);
      return () => {
        work.delete(listener);
      };
    },
    fireEvents(experimentId) {
      fire(events.get(experimentId) ?? new Set());
      for (const listener of anyEvents) queueMicrotask(() => anyEvents.has(listener) && listener(experimentId));
    },
    fireWork: () => fire(work),
  };
}
