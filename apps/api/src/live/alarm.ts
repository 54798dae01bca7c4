export interface Alarm {
  ring(): void;
  /** Forgets earlier rings. */
  reset(): void;
  /** Resolves at a ring (also one since the last reset), after `ms`, or when the signal is aborted. */
  wait(ms: number): Promise<void>;
  /** Resolves after `ms` or when the signal is aborted, whatever rings. */
  pause(ms: number): Promise<void>;
  dispose(): void;
}

/** Something to wait for that can't be missed between looking and waiting. */
export function createAlarm(signal: AbortSignal): Alarm {
  let rung = false;
  let wake: (() => void) | undefined;
  const ring = () => {
    rung = true;
    wake?.();
  };
  signal.addEventListener('abort', ring, { once: true });

  const sleep = (ms: number, isOver: () => boolean) =>
    new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      };
      const timer = setTimeout(finish, ms);
      wake = () => {
        if (isOver()) finish();
      };
      wake();
    });

  return {
    ring,
    reset() {
      rung = false;
    },
    wait: (ms) => sleep(ms, () => rung || signal.aborted),
    pause: (ms) => sleep(ms, () => signal.aborted),
    dispose: () => signal.removeEventListener('abort', ring),
  };
}
