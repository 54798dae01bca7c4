import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ProcessExit } from './exit-failure.js';
import type { FromWorker, ToWorker } from './messages.js';

const stderrBytes = 8192;

export interface WorkerProcess {
  readonly pid: number | undefined;
  readonly alive: boolean;
  send(message: ToWorker): void;
  /** Messages go to the newest listener; a process serves one trial at a time. */
  listen(onMessage: (message: FromWorker) => void, onExit: (exit: ProcessExit) => void): void;
  kill(): void;
}

/** Starts a process for trials. It stays warm between them: TensorFlow.js and the data set are loaded once. */
export function startWorkerProcess(options: { env?: NodeJS.ProcessEnv; onOutput(line: string): void }): WorkerProcess {
  const child: ChildProcess = fork(workerEntry(), [], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  let stderr = '';
  let exited: ProcessExit | undefined;
  let onMessage: (message: FromWorker) => void = () => {};
  let onExit: (exit: ProcessExit) => void = () => {};
  child.stdout?.on('data', (chunk: Buffer) => options.onOutput(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-stderrBytes);
    options.onOutput(chunk.toString());
  });
  child.on('message', (message) => onMessage(message as FromWorker));
  // A message to a process that just died: its exit is reported by 'close', which follows.
  child.on('error', () => {});
  child.on('close', (code, signal) => {
    exited = { code, signal, stderr };
    onExit(exited);
  });
  return {
    get pid() {
      return child.pid;
    },
    get alive() {
      return exited === undefined;
    },
    send(message) {
      if (child.connected) child.send(message, () => {});
    },
    listen(messageListener, exitListener) {
      onMessage = messageListener;
      onExit = exitListener;
      if (exited !== undefined) exitListener(exited);
    },
    kill() {
      child.kill('SIGKILL');
    },
  };
}

/** The compiled worker, also when this file runs from its source. */
function workerEntry(): string {
  const beside = path.join(import.meta.dirname, 'worker-main.js');
  return existsSync(beside) ? beside : path.resolve(import.meta.dirname, '../dist/worker-main.js');
}
