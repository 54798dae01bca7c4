import type { ExperimentLiveFragment } from '@cambium/graphql';
import { type ShownTrials, trialStateNames } from './view-state.js';

/** How many trials match, as far as the experiment's own counts tell; null: only the server knows. */
export function countShown(
  { counts, finalTrials }: Pick<ExperimentLiveFragment, 'counts' | 'finalTrials'>,
  { states, between }: ShownTrials,
): number | null {
  const named = states.length === 0 ? trialStateNames : states;
  const ofSearch = named.reduce((sum, state) => sum + counts[state], 0);
  // The counts are those of the search.
  const all = ofSearch + finalTrials.filter(({ state }) => named.includes(state)).length;
  if (between === null) return all;
  if (states.length > 0) return null;
  // Trials are numbered 0, 1, 2 … without a gap.
  return Math.max(0, Math.min(between.max, all - 1) - between.min + 1);
}
