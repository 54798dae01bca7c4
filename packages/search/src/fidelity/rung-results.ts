import type { FinishedTrial, HistoryFold } from '@cambium/core';
import { compareTrials, type RankedTrial, rankTrial } from '../history/ranked-trial.js';

/** What ended at one fidelity. */
export interface RungResults {
  /** Trials that ran, however they ended; cancelled ones and those refused before they ran are left out. */
  count: number;
  /** Those of them that may go on, best first: they reached their fidelity with a finite value. */
  readonly ranked: (RankedTrial & Pick<FinishedTrial, 'params'>)[];
}

/** By fidelity. */
export const rungResults: HistoryFold<Map<number, RungResults>> = {
  start: () => new Map(),
  add(rungs, trial, { objectives, maxStep }) {
    if (trial.state === 'cancelled' || trial.state === 'infeasible') return rungs;
    const fidelity = trial.fidelity ?? maxStep;
    const rung = rungs.get(fidelity) ?? { count: 0, ranked: [] };
    rung.count++;
    const ranked = trial.state === 'complete' ? rankTrial(trial, objectives) : undefined;
    if (ranked !== undefined) {
      const place = rung.ranked.findIndex((other) => compareTrials(ranked, other) < 0);
      rung.ranked.splice(place < 0 ? rung.ranked.length : place, 0, { ...ranked, params: trial.params });
    }
    return rungs.set(fidelity, rung);
  },
};
