import { baselineParams, type Experiment, hasOwnDesign, isOfSearch, type Trial } from '@cambium/core';
import { paramsKey } from './leaders.js';

/** A trial to be run again with a published policy in place of its own. */
export interface Baseline {
  readonly original: Trial;
  readonly params: Trial['params'];
  readonly policy: string;
}

/** The baselines of a design that have not been started, in the specification's order. */
export function missingBaselines({ spec }: Experiment, original: Trial, trials: readonly Trial[]): Baseline[] {
  const started = new Set(
    trials.filter(({ mode, state }) => mode === 'baseline' && state !== 'cancelled').map((trial) => paramsKey(trial)),
  );
  return (spec.baselines ?? [])
    .map((policy) => ({ original, policy, params: baselineParams(original.params, policy) }))
    .filter((baseline) => !started.has(paramsKey(baseline)));
}

/** The design that the search begins with, whose baselines run beside it. */
export function firstDesign(trials: readonly Trial[]): Trial | undefined {
  return trials.find((trial) => isOfSearch(trial) && hasOwnDesign(trial) && trial.state !== 'infeasible');
}
