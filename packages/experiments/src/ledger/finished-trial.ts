import type { EndedTrial, FinishedTrial, PendingTrial, Trial } from '@cambium/core';

/** An ended trial as a searcher is told of it. */
export function finishedTrial(trial: EndedTrial): FinishedTrial {
  return {
    ...pendingTrial(trial),
    state: trial.state,
    ...(trial.values === null ? {} : { values: trial.values }),
    metrics: trial.metrics,
    lastStep: trial.lastStep,
    ...(trial.parent === null ? {} : { parent: trial.parent }),
    violation: trial.violation,
  };
}

/** A trial as a searcher sees it while it waits or runs. */
export function pendingTrial({ number, params, fidelity, mode }: Trial): PendingTrial {
  return {
    number,
    params,
    ...(fidelity === null ? {} : { fidelity }),
    ...(mode === null ? {} : { mode }),
  };
}
