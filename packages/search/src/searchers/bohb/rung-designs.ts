import type { HistoryFold } from '@cambium/core';
import { compareTrials, type RankedTrial, rankTrial } from '../../history/ranked-trial.js';

/** The designs that were tried at one fidelity, as positions in the unit cube, NaN where a parameter was not active. */
export interface RungDesigns {
  /** With a finite value, best first. */
  readonly ranked: { readonly trial: RankedTrial; readonly point: Float64Array }[];
  /** Those that failed or have no finite value: worse than any. */
  readonly failed: Float64Array[];
}

/** By fidelity. What was cancelled, or refused before it ran, says nothing. */
export const rungDesigns: HistoryFold<Map<number, RungDesigns>> = {
  start: () => new Map(),
  add(rungs, trial, { space, objectives, maxStep }) {
    if (trial.state === 'cancelled' || trial.state === 'infeasible') return rungs;
    const fidelity = trial.fidelity ?? maxStep;
    const rung = rungs.get(fidelity) ?? { ranked: [], failed: [] };
    const point = space.encode(trial.params);
    const ranked = trial.state === 'complete' ? rankTrial(trial, objectives) : undefined;
    if (ranked === undefined) rung.failed.push(point);
    else {
      const place = rung.ranked.findIndex((other) => compareTrials(ranked, other.trial) < 0);
      rung.ranked.splice(place < 0 ? rung.ranked.length : place, 0, { trial: ranked, point });
    }
    return rungs.set(fidelity, rung);
  },
};
