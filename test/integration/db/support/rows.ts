import { randomUUID } from 'node:crypto';
import { type EndedTrial, type Experiment, noTrials, type WaitingTrial } from '@cambium/core';

/** 14 November 2023, in milliseconds. */
export const someTime = 1_700_000_000_000;

export function experimentRow(workspaceId: string, change: Partial<Experiment> = {}): Experiment {
  return {
    id: randomUUID(),
    workspaceId,
    spec: {
      name: 'a search',
      task: { name: 'function', settings: {} },
      // Not in alphabetical order: it must come back as it is.
      space: { hp: { z: { type: 'float', low: 0, high: 1 }, a: { type: 'float', low: 0, high: 1 } } },
      objectives: [{ metric: 'score', direction: 'maximize' }],
      constraints: [],
      searcher: { name: 'random', options: {} },
      budget: { maxTrials: 100, maxParallel: 4, maxAttempts: 3 },
      final: { top: 0 },
      seed: 1,
    },
    context: { inputShape: [8, 8, 1], classes: 10 },
    maxStep: 4,
    state: 'running',
    phase: 'search',
    maxTrials: 100,
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

export function waitingRow(experimentId: string, number: number, change: Partial<WaitingTrial> = {}): WaitingTrial {
  return {
    id: randomUUID(),
    experimentId,
    number,
    params: {},
    fidelity: null,
    resumeFrom: null,
    mode: null,
    parent: null,
    builtOn: [],
    why: null,
    staticMetrics: {},
    epoch: 0,
    createdAt: someTime,
    ...change,
    state: 'waiting',
  };
}

export function endedRow(trial: WaitingTrial, change: Partial<EndedTrial> = {}): EndedTrial {
  return {
    ...trial,
    state: 'complete',
    startedAt: someTime,
    finishedAt: someTime + 1000,
    metrics: {},
    values: null,
    violation: 0,
    lastStep: 4,
    failure: null,
    ...change,
  };
}
