import type { EndedTrial, FinishedTrial } from '@cambium/core';

/** An ended trial as a searcher is told of it. */
export function finishedTrial(trial: EndedTrial): FinishedTrial {
  return {
    number: trial.number,
    params: trial.params,
    state: trial.state,
    ...(trial.values === null ? {} : { values: trial.values }),
    metrics: trial.metrics,
    lastStep: trial.lastStep,
    ...(trial.fidelity === null ? {} : { fidelity: trial.fidelity }),
    ...(trial.mode === null ? {} : { mode: trial.mode }),
    violation: trial.violation,
  };
}
