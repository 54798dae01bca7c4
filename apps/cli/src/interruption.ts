import os from 'node:os';

/** npm and `npm start` pass a Ctrl-C on to a process that the terminal has told already: no second key press. */
const samePressMs = 500;

export interface Interruption {
  /** Aborted at the first SIGINT (Ctrl-C), SIGTERM or SIGHUP: the command ends in good order. */
  readonly signal: AbortSignal;
  /** Resolves then. */
  readonly happened: Promise<void>;
  /** The exit code of a command that a signal ended: 130 for Ctrl-C. */
  exitCode(): number;
}

/** From now on the first signal asks for an end in good order, and a later one ends the process at once. */
export function watchInterruption(): Interruption {
  const controller = new AbortController();
  let code = 0;
  let firstAt = 0;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      code = 128 + os.constants.signals[name];
      if (!controller.signal.aborted) {
        firstAt = performance.now();
        controller.abort();
      } else if (performance.now() - firstAt > samePressMs) process.exit(code);
    });
  }
  const happened = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return { signal: controller.signal, happened, exitCode: () => code };
}
