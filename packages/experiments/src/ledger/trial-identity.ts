import type { Trial, WaitingTrial } from '@cambium/core';

/** What never changes about a trial, and its epoch: what a trial in another state is built on. */
export function identityOf(trial: Trial): Omit<WaitingTrial, 'state'> {
  return {
    id: trial.id,
    experimentId: trial.experimentId,
    number: trial.number,
    params: trial.params,
    fidelity: trial.fidelity,
    resumeFrom: trial.resumeFrom,
    mode: trial.mode,
    parent: trial.parent,
    builtOn: trial.builtOn,
    why: trial.why,
    staticMetrics: trial.staticMetrics,
    epoch: trial.epoch,
    createdAt: trial.createdAt,
  };
}
