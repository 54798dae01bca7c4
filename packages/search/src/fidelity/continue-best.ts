import type { AskContext, Suggestion } from '@cambium/core';
import type { ContinuedTrials } from './continued-trials.js';
import { rungResults } from './rung-results.js';

/**
 * For spaces without a new design: the best of those that got furthest, but not to the end, goes on to the next of the
 * `levels` (ascending). Undefined when all have.
 */
export function continueBest(
  { history, maxStep }: AskContext<unknown>,
  { levels, continued }: { readonly levels: readonly number[]; readonly continued: ContinuedTrials },
): Suggestion | undefined {
  const rungs = history.fold(rungResults);
  const fidelities = [...rungs.keys()].filter((fidelity) => fidelity < maxStep).sort((a, b) => b - a);
  for (const reached of fidelities) {
    const best = rungs.get(reached)?.ranked.find(({ number }) => !continued.has(number));
    if (best === undefined) continue;
    const fidelity = levels.find((level) => level > reached) ?? maxStep;
    const why = { by: 'promotion', because: 'the space holds nothing new', from: best.number };
    return { params: best.params, fidelity, resumeFrom: best.number, why };
  }
  return undefined;
}
