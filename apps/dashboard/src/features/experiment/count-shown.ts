import type { ExperimentLiveFragment } from '@cambium/graphql';
import { type ShownTrials, trialStateNames } from './view-state.js';

/** How many trials match, as far as the experiment's own counts tell; null: only the server knows. */
export function countShown(
  { counts, trialCount }: Pick<ExperimentLiveFragment, 'counts' | 'trialCount'>,
  { states, kinds, between, front }: ShownTrials,
): number | null {
  if (front) return null;
  if (states.length === 0 && kinds.length === 0) {
    // Trials are numbered 0, 1, 2 … without a gap.
    return between === null ? trialCount : Math.max(0, Math.min(between.max, trialCount - 1) - between.min + 1);
  }
  // The counts are those of the search.
  const named = states.length === 0 ? trialStateNames : states;
  const ofSearch = (of: typeof named) => of.reduce((sum, state) => sum + counts[state], 0);
  const isOfSearch = (kinds.length === 1 && kinds[0] === 'search') || ofSearch(trialStateNames) === trialCount;
  return between === null && isOfSearch && (kinds.length === 0 || kinds.includes('search')) ? ofSearch(named) : null;
}
