import { type EndedTrial, type Experiment, isEnded, isOfSearch, type Trial } from '@cambium/core';
import { spreadFronts } from '../scoring/spread-fronts.js';

/** A trial that can be among the best. */
export type Candidate = EndedTrial & { readonly values: readonly number[] };

/** Whether a trial can be the best: an ordinary one of the search that measured what was asked and holds the constraints. */
export function isCandidate(trial: Trial): trial is Candidate {
  if (!isEnded(trial) || !isOfSearch(trial)) return false;
  return trial.mode === null && trial.state === 'complete' && trial.values !== null && trial.violation === 0;
}

/**
 * The `most` best distinct designs, each by its first trial: those of more steps first (values of fewer are no match),
 * among them by {@link spreadFronts}.
 */
export function leadersOf(experiment: Experiment, trials: readonly Trial[], most: number): readonly Candidate[] {
  const distinct = new Map<string, Candidate>();
  for (const trial of bestFirst(experiment, trials.filter(isCandidate))) {
    if (distinct.size >= most) break;
    const key = paramsKey(trial);
    if (!distinct.has(key)) distinct.set(key, trial);
  }
  return [...distinct.values()];
}

function* bestFirst({ maxStep, spec }: Experiment, candidates: readonly Candidate[]): Generator<Candidate> {
  const stepsOf = ({ fidelity }: Candidate) => fidelity ?? maxStep;
  const levels = [...new Set(candidates.map(stepsOf))].sort((a, b) => b - a);
  for (const level of levels) {
    const group = candidates.filter((trial) => stepsOf(trial) === level);
    yield* spreadFronts(group, spec.objectives);
  }
}

/** Equal for the same params, in whatever order their keys are. */
export function paramsKey({ params }: Pick<Trial, 'params'>): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}
