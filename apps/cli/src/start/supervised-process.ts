import { type ChildProcess, fork } from 'node:child_process';
import { CommandError } from '../command-error.js';

export interface SupervisedOptions {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly onMessage?: (message: unknown) => void;
  readonly onLine: (line: string) => void;
}

export interface SupervisedProcess {
  readonly pid: number | undefined;
  /**
   * Resolves when the process says that it is ready. Rejects when it ends again and again before it has said so: one more
   * start can't help. For a process that never says so, neither.
   */
  readonly ready: Promise<void>;
  send(message: object): void;
  /** From now on its end is final: a signal to the whole process group may reach it before `stop` does. */
  retire(): void;
  /** SIGTERM, then SIGKILL after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

const maxPauseMs = 10_000;
const vainStarts = 5;

/** Runs a Node process and starts it again when it dies, at once at first, then with growing pauses. */
export function superviseProcess(options: SupervisedOptions): SupervisedProcess {
  let child: ChildProcess;
  let stopping = false;
  let deaths = 0;
  let restart: NodeJS.Timeout | undefined;
  let gone = () => {};
  let isReady = () => {};
  let isHopeless: (reason: Error) => void = () => {};
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve;
    isHopeless = reject;
  });

  const start = () => {
    const startedAt = performance.now();
    child = fork(options.file, [...options.args], { env: options.env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    options.onLine(`process ${child.pid}`);
    const lines = (chunk: Buffer) => {
      for (const line of chunk.toString().trimEnd().split('\n')) options.onLine(line);
    };
    child.stdout?.on('data', lines);
    child.stderr?.on('data', lines);
    child.on('message', (message: { kind?: string }) => {
      if (message.kind === 'ready') isReady();
      options.onMessage?.(message);
    });
    child.on('error', (error) => options.onLine(`can't start: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (stopping) return gone();
      deaths = performance.now() - startedAt > 60_000 ? 0 : deaths + 1;
      if (deaths === vainStarts)
        isHopeless(new CommandError(`The ${options.name} does not start; see its lines above.`));
      const pause = Math.min(maxPauseMs, deaths <= 1 ? 0 : 250 * 2 ** deaths);
      options.onLine(`ended (${signal ?? `exit code ${code}`}); starting it again`);
      restart = setTimeout(start, pause);
    });
  };
  start();

  return {
    get pid() {
      return child.pid;
    },
    ready,
    send(message) {
      if (child.connected) child.send(message, () => {});
    },
    retire() {
      stopping = true;
      clearTimeout(restart);
    },
    async stop(graceMs = 8000) {
      this.retire();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = new Promise<void>((resolve) => {
        gone = resolve;
      });
      child.kill('SIGTERM');
      const killer = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await exited;
      clearTimeout(killer);
    },
  };
}
