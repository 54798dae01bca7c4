import type { ArtifactStore, Claim, RunnerDescription, TaskEnvironment, TrialSource } from '@cambium/core';
import { runAttempt } from './run-attempt.js';
import type { Slot } from './slots.js';
import { taskWorkerFile } from './task-worker-file.js';
import { startWorkerProcess, type WorkerProcess } from './worker-process.js';

export interface RunnerOptions {
  readonly id: string;
  readonly name: string;
  readonly source: TrialSource;
  /** Only trials of this experiment. */
  readonly experimentId?: string;
  readonly artifacts: ArtifactStore;
  readonly slots: readonly Slot[];
  readonly environment: TaskEnvironment;
  /** Environment of the worker processes: credentials are taken out, a slot's own variables are added. */
  readonly env: NodeJS.ProcessEnv;
  readonly log: (line: string) => void;
  /** The module that worker processes run: it calls `serveTrials`. Absent: the one for the registered tasks. */
  readonly workerFile?: string;
  /** How long one claim call waits for work. */
  readonly waitMs?: number;
  /** How long an aborted trial may take to stop. */
  readonly graceMs?: number;
}

export interface Runner {
  /** Resolves when the runner has stopped. */
  readonly done: Promise<void>;
  /** Hands running trials back and ends the worker processes. */
  stop(): Promise<void>;
}

/** Claims trials for its free slots until it is stopped. A failing source is asked again, with growing pauses. */
export function startRunner(options: RunnerOptions): Runner {
  const shutdown = new AbortController();
  const description: RunnerDescription = {
    id: options.id,
    name: options.name,
    slots: options.slots.map(({ kind, name }) => ({ kind, name })),
  };
  const free = [...options.slots];
  const workers = new Map<Slot, WorkerProcess>();
  const busy = new Set<Promise<void>>();
  let slotFreed = () => {};

  function workerOf(slot: Slot): WorkerProcess {
    const present = workers.get(slot);
    if (present?.alive === true) return present;
    const file = options.workerFile ?? taskWorkerFile();
    const worker = startWorkerProcess({ file, env: { ...options.env, ...slot.env } });
    workers.set(slot, worker);
    return worker;
  }

  async function occupy(slot: Slot, claim: Claim): Promise<void> {
    const log = (text: string) => options.log(`trial ${claim.number}: ${text.trimEnd()}`);
    try {
      if (shutdown.signal.aborted) {
        await options.source.finish(claim, { kind: 'handed-back' });
        return;
      }
      log(`attempt ${claim.epoch} on ${slot.name} (${slot.kind})`);
      await runAttempt(claim, {
        source: options.source,
        artifacts: options.artifacts,
        environment: { ...options.environment, backend: slot.kind },
        worker: workerOf(slot),
        shutdown: shutdown.signal,
        graceMs: options.graceMs ?? 5000,
        log,
      });
    } catch (error) {
      // The end could not be told: the lease runs out and the trial is tried again.
      log(`its end could not be told: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      free.push(slot);
      slotFreed();
    }
  }

  async function loop(): Promise<void> {
    let failures = 0;
    while (!shutdown.signal.aborted) {
      if (free.length === 0) {
        await new Promise<void>((resolve) => {
          slotFreed = resolve;
        });
        continue;
      }
      try {
        const claims = await options.source.claim(description, free.length, {
          waitMs: options.waitMs ?? 20_000,
          signal: shutdown.signal,
          experimentId: options.experimentId,
        });
        failures = 0;
        for (const claim of claims) {
          const run = occupy(free.shift() as Slot, claim);
          busy.add(run);
          void run.finally(() => busy.delete(run));
        }
      } catch (error) {
        if (shutdown.signal.aborted) break;
        failures += 1;
        options.log(`can't ask for work: ${error instanceof Error ? error.message : String(error)}`);
        await pause(Math.min(10_000, 250 * 2 ** failures), shutdown.signal);
      }
    }
    await Promise.all(busy);
    await Promise.all([...workers.values()].map((worker) => worker.kill()));
  }

  const done = loop();
  return {
    done,
    async stop() {
      shutdown.abort();
      slotFreed();
      await done;
    },
  };
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
