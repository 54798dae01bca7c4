import {
  type Attempt,
  type EndedTrial,
  type Experiment,
  type ExperimentSpec,
  noTrials,
  type RunningTrial,
  type WaitingTrial,
} from '@cambium/core';
import type { StoreUnderTest } from './store-under-test.js';

/** 14 November 2023, in milliseconds. */
export const someTime = 1_700_000_000_123;

/** A UUID. */
export function newId(): string {
  return globalThis.crypto.randomUUID();
}

const spec: ExperimentSpec = {
  name: 'a search',
  task: { name: 'image-classification', settings: { dataset: 'digits', epochs: 4 } },
  space: {
    hp: { lr: { type: 'float', low: 0.0003, high: 0.03, log: true } },
    arch: { dialect: 'cnn-chain', maxStages: 3 },
  },
  objectives: [{ metric: 'val_accuracy', direction: 'maximize' }],
  constraints: [{ metric: 'params', max: 200_000 }],
  searcher: { name: 'evolution', options: { population: 8, tournament: 3 } },
  pruner: { name: 'asha', options: {} },
  budget: { maxTrials: 16, maxParallel: 2, maxAttempts: 3 },
  final: { top: 1 },
  seed: 1,
};

export function newExperiment(workspaceId: string, change: Partial<Experiment> = {}): Experiment {
  return {
    id: newId(),
    workspaceId,
    spec,
    context: { inputShape: [8, 8, 1], classes: 10 },
    maxStep: 4,
    state: 'created',
    phase: 'search',
    maxTrials: 16,
    exhausted: false,
    counts: noTrials,
    nextTrialNumber: 0,
    lastSeq: 0,
    bestTrial: null,
    bestValues: null,
    failure: null,
    clonedFrom: null,
    deviceMs: 0,
    clonedTrial: null,
    promotion: null,
    createdAt: someTime,
    startedAt: null,
    finishedAt: null,
    ...change,
  };
}

/** Stores a new experiment and returns it. */
export async function insertExperiment(
  { store, workspaceId }: StoreUnderTest,
  change: Partial<Experiment> = {},
): Promise<Experiment> {
  const experiment = newExperiment(workspaceId, change);
  await store.insert(experiment);
  return experiment;
}

export function waitingTrial(
  experimentId: string,
  number: number,
  change: Partial<Omit<WaitingTrial, 'state'>> = {},
): WaitingTrial {
  return {
    id: newId(),
    experimentId,
    number,
    params: { 'hp.lr': 0.001, 'hp.batch': 32, 'arch.0.block': 'conv', 'arch.0.skip': true },
    fidelity: null,
    resumeFrom: null,
    mode: null,
    parent: null,
    builtOn: [],
    why: null,
    staticMetrics: { params: 1234, flops: 5.5e6 },
    epoch: 0,
    createdAt: someTime,
    state: 'waiting',
    ...change,
  };
}

export function runningTrial(trial: WaitingTrial, attemptId: string): RunningTrial {
  return {
    ...trial,
    state: 'running',
    epoch: trial.epoch + 1,
    attemptId,
    startedAt: someTime + 10,
    metrics: {},
    lastStep: 0,
  };
}

export function endedTrial(trial: WaitingTrial, change: Partial<EndedTrial> = {}): EndedTrial {
  return {
    ...trial,
    state: 'complete',
    startedAt: someTime + 10,
    finishedAt: someTime + 20,
    metrics: { ...trial.staticMetrics, val_accuracy: 0.83, val_loss: null },
    values: [0.83],
    violation: 0,
    lastStep: 4,
    failure: null,
    ...change,
  };
}

export function newAttempt(trial: WaitingTrial, change: Partial<Attempt> = {}): Attempt {
  return {
    id: newId(),
    experimentId: trial.experimentId,
    trialId: trial.id,
    epoch: 1,
    runnerId: newId(),
    runnerName: 'a runner',
    device: null,
    state: 'running',
    leaseExpiresAt: someTime + 30_000,
    startedAt: someTime,
    endedAt: null,
    failure: null,
    ...change,
  };
}
