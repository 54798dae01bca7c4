import { compareResults, type EndedTrial, type Experiment, isEnded, isOfSearch, type Trial } from '@cambium/core';

/** Whether a trial can be the best: an ordinary one of the search that measured what was asked and holds the constraints. */
export function isCandidate(trial: Trial): trial is EndedTrial & { readonly values: readonly number[] } {
  if (!isEnded(trial) || !isOfSearch(trial)) return false;
  return trial.mode === null && trial.state === 'complete' && trial.values !== null && trial.violation === 0;
}

/** Negative when `a` is better, by {@link compareResults}. */
export function compareCandidates(
  a: Pick<EndedTrial, 'fidelity' | 'values'>,
  b: Pick<EndedTrial, 'fidelity' | 'values'>,
  { maxStep, spec }: Pick<Experiment, 'maxStep' | 'spec'>,
): number {
  const resultOf = ({ values, fidelity }: typeof a) => ({ value: values?.[0] ?? 0, steps: fidelity ?? maxStep });
  return compareResults(resultOf(a), resultOf(b), spec.objectives[0]?.direction ?? 'minimize');
}

/** The best distinct designs, best first, each by its first trial. */
export function leadersOf(experiment: Experiment, trials: readonly Trial[]): readonly EndedTrial[] {
  const candidates = trials
    .filter(isCandidate)
    .sort((a, b) => compareCandidates(a, b, experiment) || a.number - b.number);
  const distinct = new Map<string, EndedTrial>();
  for (const trial of candidates) {
    const key = paramsKey(trial);
    if (!distinct.has(key)) distinct.set(key, trial);
  }
  return [...distinct.values()];
}

/** Equal for the same params, in whatever order their keys are. */
export function paramsKey({ params }: Pick<Trial, 'params'>): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}
