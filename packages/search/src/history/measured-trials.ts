import type { HistoryFold, Params } from '@cambium/core';
import { type RankedTrial, rankTrial } from './ranked-trial.js';

/** A finished trial that can be compared, with its design. */
export interface MeasuredTrial {
  readonly ranked: RankedTrial;
  readonly params: Params;
}

/** All that measured something, by number, in the order in which they were told. */
export const measuredTrials: HistoryFold<Map<number, MeasuredTrial>> = {
  start: () => new Map(),
  add(all, trial, { objectives }) {
    const ranked = rankTrial(trial, objectives);
    return ranked === undefined ? all : all.set(trial.number, { ranked, params: trial.params });
  },
};
