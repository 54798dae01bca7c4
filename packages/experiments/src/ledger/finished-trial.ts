import type { EndedTrial, FinishedTrial, PendingTrial, Trial } from '@cambium/core';

/** An ended trial as a searcher is told of it. */
export function finishedTrial(trial: EndedTrial): FinishedTrial {
  return {
    ...pendingTrial(trial),
    state: trial.state,
    ...(trial.values === null ? {} : { values: trial.values }),
    metrics: trial.metrics,
    ...(trial.startedAt === null ? {} : { seconds: (trial.finishedAt - trial.startedAt) / 1000 }),
    lastStep: trial.lastStep,
    violation: trial.violation,
  };
}

/** A trial as a searcher sees it while it waits or runs. */
export function pendingTrial({ number, params, fidelity, parent, mode }: Trial): PendingTrial {
  return {
    number,
    params,
    ...(fidelity === null ? {} : { fidelity }),
    ...(parent === null ? {} : { parent }),
    ...(mode === null ? {} : { mode }),
  };
}
