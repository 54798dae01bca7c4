import { type ChildProcess, fork } from 'node:child_process';
import type { ProcessExit } from './exit-outcome.js';
import type { FromWorker, ToWorker } from './messages.js';
import { workerEnv } from './worker-env.js';

const stderrBytes = 8192;

/** Whom a worker process speaks to while it runs one trial. */
export interface WorkerListener {
  onMessage(message: FromWorker): void;
  /** What it writes to stdout and stderr. */
  onOutput(text: string): void;
  /** `stderr` is what it wrote to this listener. */
  onExit(exit: ProcessExit): void;
}

export interface WorkerProcess {
  /** False once it has ended or was killed. */
  readonly alive: boolean;
  send(message: ToWorker): void;
  /** From now on the process speaks to this listener: it serves one trial at a time. */
  listen(listener: WorkerListener): void;
  /** Resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a process for trials. It stays warm between them: TensorFlow.js and the data set are loaded once. */
export function startWorkerProcess({ file, env }: { file: string; env: NodeJS.ProcessEnv }): WorkerProcess {
  const child: ChildProcess = fork(file, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: workerEnv(env),
  });
  let listener: WorkerListener | undefined;
  let stderr = '';
  let exited: ProcessExit | undefined;
  let killed = false;
  child.stdout?.on('data', (chunk: Buffer) => listener?.onOutput(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-stderrBytes);
    listener?.onOutput(chunk.toString());
  });
  child.on('message', (message) => listener?.onMessage(message as FromWorker));
  // A message to a process that just died: its exit is reported by 'close', which follows.
  child.on('error', () => {});
  const gone = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      exited = { code, signal, stderr };
      listener?.onExit(exited);
      resolve();
    });
  });
  return {
    get alive() {
      return exited === undefined && !killed;
    },
    send(message) {
      if (child.connected) child.send(message, () => {});
    },
    listen(next) {
      listener = next;
      stderr = '';
      if (exited !== undefined) next.onExit(exited);
    },
    kill() {
      killed = true;
      child.kill('SIGKILL');
      return gone;
    },
  };
}
