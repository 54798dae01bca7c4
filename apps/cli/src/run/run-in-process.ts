import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createFsArtifactStore } from '@cambium/artifacts';
import { CambiumError, type Experiment, type ExperimentStore, ownParams } from '@cambium/core';
import { createMemoryStore, createUpkeep, type ExperimentService, trialSource } from '@cambium/experiments';
import { startRunner } from '@cambium/runner';
import type { Environment } from '../env.js';
import { localExperiments, systemClock } from '../local-experiments.js';
import { localSlots } from '../local-slots.js';
import { refusal } from '../read-spec.js';
import type { RunRequest, SpecFile } from './run-request.js';
import { type RunResult, runResult } from './run-result.js';

const leaseMs = 30_000;
const everyMs = leaseMs / 10;
const hasEnded = ({ state }: Experiment) => state === 'complete' || state === 'stopped' || state === 'failed';

/**
 * Runs a specification with the ledger in memory: no database, no API, nothing kept. Trials run in processes of their
 * own. Interrupted, it is stopped.
 */
export async function runInProcess(
  environment: Environment,
  { file, spec: input }: SpecFile,
  request: RunRequest,
): Promise<RunResult> {
  const startedAt = performance.now();
  // Looking for GPUs takes a while; that of a specification that is refused is nobody's concern.
  const slotsOfMachine = localSlots(environment);
  slotsOfMachine.catch(() => {});
  const store = createMemoryStore({ clock: systemClock });
  const service = localExperiments(store, { dataDir: environment.dataDir, leaseMs });
  const upkeep = createUpkeep({ store, ledger: service, clock: systemClock, leaseMs, everyMs, onFailure: () => {} });
  // There is nothing to recover yet, and later rounds recover nothing.
  await upkeep.round();
  const { id, spec } = await service
    .create({ workspaceId: randomUUID(), input, start: true })
    .catch((error: unknown): never => {
      throw error instanceof CambiumError && error.issues.length > 0 ? refusal(file, error.issues) : error;
    });
  const slots = await slotsOfMachine;
  const artifactsFolder = await mkdtemp(path.join(os.tmpdir(), 'cambium-run-'));
  const runner = startRunner({
    id: randomUUID(),
    name: 'in process',
    source: trialSource(service),
    artifacts: createFsArtifactStore(artifactsFolder),
    slots: slots.slice(0, spec.budget.maxParallel),
    environment: { dataDir: environment.dataDir },
    env: environment.all,
    log: () => {},
  });
  const rounds = setInterval(() => void upkeep.round(), everyMs);
  void stopWhenInterrupted(service, id, request);
  try {
    for await (const _ of service.watch(id, 0)) {
      const experiment = await show(store, { id, onProgress: request.onProgress });
      if (!hasEnded(experiment)) continue;
      if (experiment.failure !== null) request.notice(`The experiment failed: ${experiment.failure}`);
      return await result(store, { id, wallMs: performance.now() - startedAt });
    }
    throw new Error('the experiment’s events ended before the experiment');
  } finally {
    clearInterval(rounds);
    await runner.stop();
    await rm(artifactsFolder, { recursive: true, force: true });
  }
}

async function stopWhenInterrupted(service: ExperimentService, id: string, request: RunRequest): Promise<void> {
  await request.interruption.happened;
  request.notice('Stopping. Press Ctrl-C again to end at once.');
  // It may have ended by itself in the meantime.
  await service.stop(id).catch(() => {});
}

async function show(
  store: ExperimentStore,
  { id, onProgress }: { id: string; onProgress: RunRequest['onProgress'] },
): Promise<Experiment> {
  const experiment = await find(store, id);
  const { bestTrial, bestValues, counts, maxTrials, phase, spec } = experiment;
  const [value] = bestValues ?? [];
  const best = bestTrial === null || value === undefined ? null : { number: bestTrial, value };
  onProgress({ counts, maxTrials, phase, objectives: spec.objectives.map(({ metric }) => metric), best });
  return experiment;
}

async function find(store: ExperimentStore, id: string): Promise<Experiment> {
  const experiment = await store.find(id);
  if (experiment === undefined) throw new Error('the experiment is gone');
  return experiment;
}

async function result(store: ExperimentStore, { id, wallMs }: { id: string; wallMs: number }): Promise<RunResult> {
  const { state, counts, spec, deviceMs } = await find(store, id);
  const trials = (await store.trials(id)).map((trial) => ({
    ...trial,
    params: ownParams(trial),
    values: 'values' in trial ? trial.values : null,
    metrics: 'metrics' in trial ? trial.metrics : trial.staticMetrics,
  }));
  const front = (await store.front(id)).map(({ number }) => number);
  const run = { state, wallMs, deviceSeconds: deviceMs / 1000, counts, objectives: spec.objectives };
  return runResult(run, trials, new Set(front));
}
