import { CambiumError, type Experiment, type ExperimentState } from '@cambium/core';

/** What a person could do instead, by the state that the experiment is in. */
const advice: Readonly<Record<ExperimentState, string>> = {
  created: 'start it first',
  running: 'pause or stop it first',
  paused: 'resume it or stop it',
  complete: 'extend it to search on, or clone it',
  stopped: 'extend it to search on, or clone it',
  failed: 'clone it with what made it fail put right',
};

/** @throws CambiumError `conflict` that says the state and what to do, unless the state is one of `allowed`. */
export function refuseState(experiment: Experiment, verb: string, allowed: readonly ExperimentState[]): void {
  const { state } = experiment;
  if (allowed.includes(state)) return;
  const message = `experiment "${experiment.spec.name}" is ${state} and can't be ${verb}; ${advice[state]}`;
  throw new CambiumError('conflict', message);
}
