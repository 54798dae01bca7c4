import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createFsArtifactStore } from '@cambium/artifacts';
import { createRegistry, defineTask, isEnded, type JsonObject, type TaskManifest, type Trial } from '@cambium/core';
import {
  createExperimentService,
  createInProcessSearchHost,
  createMemoryStore,
  trialSource,
} from '@cambium/experiments';
import { type RunnerOptions, startRunner } from '@cambium/runner';
import { pruners, searchers } from '@cambium/search';
import * as z from 'zod';
import { until } from '../../../support/search-client.js';

/** What trial 0, 1, 2 … of an experiment do: the acts of `worker.mjs`. */
const scripted = defineTask({
  name: 'scripted',
  summary: 'Does what the script says.',
  settings: z.strictObject({ script: z.array(z.string()) }),
  branches: ['hp'],
  hyperparameters: null,
  retrainsFinal: false,
  metrics: () =>
    ['pid', 'secrets'].map((name) => ({ name, description: '', unit: '', direction: 'minimize', when: 'report' })),
  prepare: async () => ({ kind: 'ready', context: { inputShape: [1, 1, 1], classes: 1 }, maxStep: 1 }),
  staticMetrics: () => ({}),
});

/** The ledger in memory, on the real clock, and runners whose worker processes are real. */
export function createRunnerBench({ leaseMs = 30_000 }: { leaseMs?: number } = {}) {
  const clock = { now: () => Date.now() };
  const store = createMemoryStore({ clock });
  const registries = { searchers, pruners, tasks: createRegistry<TaskManifest>('task', [scripted]) };
  const service = createExperimentService({
    ...registries,
    store,
    signals: store,
    clock,
    newId: randomUUID,
    host: createInProcessSearchHost(registries),
    environment: { dataDir: '' },
    sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => {}),
    options: { leaseMs },
  });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cambium-runner-'));
  const lines: string[] = [];
  const stops: (() => Promise<void>)[] = [];
  const trialsOf = async (id: string) => [...(await store.trials(id))].sort((a, b) => a.number - b.number);

  return {
    service,
    store,
    /** What runners have logged. */
    lines,
    source: trialSource(service),
    artifacts: createFsArtifactStore(folder),
    /** A runner of one slot. An aborted trial has a minute to stop, so that a test which needs the kill sees it missing. */
    startRunner(change: Partial<RunnerOptions> = {}) {
      const runner = startRunner({
        id: randomUUID(),
        name: 'bench',
        source: this.source,
        artifacts: this.artifacts,
        slots: [{ kind: 'wasm', name: 'slot 0', env: {} }],
        environment: { dataDir: folder },
        env: process.env,
        log: (line) => lines.push(line),
        workerFile: path.join(import.meta.dirname, 'worker.mjs'),
        waitMs: 500,
        graceMs: 60_000,
        ...change,
      });
      stops.push(() => runner.stop());
      return runner;
    },
    /** Starts an experiment of one trial per act. */
    async start(script: readonly string[], budget: JsonObject = {}): Promise<string> {
      const input = {
        name: 'scripted',
        task: { name: 'scripted', settings: { script: [...script] } },
        space: { hp: { x: { type: 'float', low: 0, high: 1 } } },
        objectives: [{ metric: 'pid' }],
        searcher: { name: 'random' },
        budget: { maxTrials: script.length, maxParallel: 1, maxAttempts: 1, ...budget },
      };
      return (await service.create({ workspaceId: randomUUID(), input, start: true })).id;
    },
    trialsOf,
    /** Its trials once all have ended. */
    async ended(id: string) {
      const trials = await until(() => trialsOf(id), everyTrialEnded, 20_000);
      return trials.filter(isEnded);
    },
    /** The process that runs its first trial, once it has reported. */
    async pidOfRunning(id: string): Promise<number> {
      const [trial] = await until(
        () => trialsOf(id),
        ([first]) => pidOf(first) !== undefined,
        20_000,
      );
      return pidOf(trial) as number;
    },
    async attemptsOf({ id }: Trial) {
      return store.attempts(id);
    },
    async close() {
      for (const stop of stops.toReversed()) await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type RunnerBench = ReturnType<typeof createRunnerBench>;

const everyTrialEnded = (trials: readonly Trial[]) => trials.length > 0 && trials.every(isEnded);

/** The process that a trial's last report came from. */
export function pidOf(trial: Trial | undefined): number | undefined {
  return trial !== undefined && 'metrics' in trial ? (trial.metrics['pid'] ?? undefined) : undefined;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
