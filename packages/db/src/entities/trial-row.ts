import { isEnded, type Json, type Trial } from '@cambium/core';
import type { TrialRow } from './trial.entity.js';

export function trialToRow(trial: Trial): TrialRow {
  return {
    ...identity(trial),
    builtOn: trial.builtOn.length === 0 ? null : trial.builtOn,
    state: trial.state,
    attemptId: trial.state === 'running' ? trial.attemptId : null,
    startedAt: trial.state === 'waiting' ? null : trial.startedAt,
    finishedAt: isEnded(trial) ? trial.finishedAt : null,
    metrics: trial.state === 'waiting' ? null : trial.metrics,
    lastStep: trial.state === 'waiting' ? null : trial.lastStep,
    values: isEnded(trial) ? trial.values : null,
    violation: isEnded(trial) ? trial.violation : null,
    failure: isEnded(trial) ? trial.failure : null,
    firstValue: (isEnded(trial) ? trial.values?.[0] : null) ?? null,
    durationMs: isEnded(trial) && trial.startedAt !== null ? trial.finishedAt - trial.startedAt : null,
  };
}

/** @throws Error when a column is null that the state needs: then the table was written by something else. */
export function trialFromRow(row: TrialRow): Trial {
  const need = <T>(column: string, value: T | null): T => {
    if (value === null) throw new Error(`trial ${row.id} is ${row.state} and has no ${column}`);
    return value;
  };
  switch (row.state) {
    case 'waiting':
      return { ...identity(row), state: row.state };
    case 'running':
      return {
        ...identity(row),
        state: row.state,
        attemptId: need('attempt', row.attemptId),
        startedAt: need('start', row.startedAt),
        metrics: need('metrics', row.metrics),
        lastStep: need('step', row.lastStep),
      };
    default:
      return {
        ...identity(row),
        state: row.state,
        startedAt: row.startedAt,
        finishedAt: need('end', row.finishedAt),
        metrics: need('metrics', row.metrics),
        values: row.values,
        violation: need('violation', row.violation),
        lastStep: need('step', row.lastStep),
        failure: row.failure,
      };
  }
}

/** What a trial has in every state. */
function identity(trial: Trial | TrialRow) {
  return {
    id: trial.id,
    experimentId: trial.experimentId,
    number: trial.number,
    params: trial.params,
    fidelity: trial.fidelity,
    resumeFrom: trial.resumeFrom,
    mode: trial.mode,
    parent: trial.parent,
    builtOn: trial.builtOn ?? [],
    why: trial.why as Json,
    staticMetrics: trial.staticMetrics,
    epoch: trial.epoch,
    createdAt: trial.createdAt,
  };
}
