import type { Dependencies } from '../dependencies.js';

export interface WorkWatch {
  /** Resolves when work may have come since the watch began, after `ms` milliseconds, or when the signal is aborted. */
  within(ms: number): Promise<void>;
  stop(): void;
}

/** Listens from now on. */
export function waitForWork(
  { signals, sleep }: Pick<Dependencies, 'signals' | 'sleep'>,
  signal?: AbortSignal,
): WorkWatch {
  const stopped = new AbortController();
  let wake: () => void = () => {};
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const off = signals.onWork(wake);
  signal?.addEventListener('abort', wake);
  if (signal?.aborted === true) wake();
  return {
    within: (ms) => Promise.race([woken, sleep(ms, stopped.signal)]),
    stop() {
      off();
      signal?.removeEventListener('abort', wake);
      stopped.abort();
    },
  };
}
