import type { FinishedTrial, HistoryFold, Params, SearchHistory, Space, Suggestion } from '@cambium/core';

/** Design and fidelity → number of the first complete trial of it. */
const knownResults: HistoryFold<Map<string, number>> = {
  start: () => new Map(),
  add(results, trial, { space }) {
    if (!isResult(trial)) return results;
    const key = resultKey(space, trial);
    return results.has(key) ? results : results.set(key, trial.number);
  },
};

/** The complete trial whose result the suggestion would come to; undefined when there is none. */
export function sameTrial(suggestion: Suggestion, history: SearchHistory, space: Space): number | undefined {
  if (suggestion.mode !== undefined || suggestion.resumeFrom !== undefined) return undefined;
  return history.fold(knownResults).get(resultKey(space, suggestion));
}

/** A trial that went on from another's weights came to a result of its own. */
function isResult({ state, values, mode, parent }: FinishedTrial): boolean {
  return state === 'complete' && values !== undefined && mode === undefined && parent === undefined;
}

function resultKey(space: Space, { params, fidelity }: { params: Params; fidelity?: number }): string {
  return `${fidelity ?? 'full'} ${space.canonicalKey(params)}`;
}
