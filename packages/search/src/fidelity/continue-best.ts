import type { AskContext, FinishedTrial, HistoryFold, Suggestion } from '@cambium/core';
import { promotable } from './bracket-state.js';
import type { ContinuedTrials } from './continued-trials.js';

/** Fidelity → trials that ended there with a value. */
const byFidelity: HistoryFold<Map<number, FinishedTrial[]>> = {
  start: () => new Map(),
  add(trials, trial, { maxStep }) {
    const fidelity = trial.fidelity ?? maxStep;
    if (trial.state === 'complete') trials.set(fidelity, [...(trials.get(fidelity) ?? []), trial]);
    return trials;
  },
};

/**
 * For spaces without a new design: the best of those that got furthest, but not to the end, goes on to the next of the
 * `levels` (ascending). Undefined when all have.
 */
export function continueBest(
  { history, objectives, maxStep }: AskContext<unknown>,
  { levels, continued }: { readonly levels: readonly number[]; readonly continued: ContinuedTrials },
): Suggestion | undefined {
  const reached = history.fold(byFidelity);
  for (const fidelity of [...reached.keys()].sort((a, b) => b - a)) {
    if (fidelity >= maxStep) continue;
    const trials = (reached.get(fidelity) ?? []).filter(({ number }) => !continued.has(number));
    const [best] = promotable(trials, objectives);
    const trial = trials.find(({ number }) => number === best);
    if (trial === undefined) continue;
    return {
      params: trial.params,
      fidelity: levels.find((level) => level > fidelity) ?? maxStep,
      resumeFrom: trial.number,
      why: { by: 'promotion', because: 'the space holds nothing new', from: trial.number },
    };
  }
  return undefined;
}
