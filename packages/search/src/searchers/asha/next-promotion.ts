import type { Suggestion } from '@cambium/core';
import type { ContinuedTrials } from '../../fidelity/continued-trials.js';
import type { RungResults } from '../../fidelity/rung-results.js';

export interface Promotions {
  /** Fidelities of the rungs, ascending. */
  readonly levels: readonly number[];
  readonly eta: number;
  readonly rungs: ReadonlyMap<number, RungResults>;
  readonly continued: ContinuedTrials;
}

/**
 * The trial that goes on next (Li et al. 2020, algorithm 2): from the highest rung in which one of the best 1/η of all
 * results so far has not gone on. No more than 1/η of a rung's results ever do, so that a trial which looked good among
 * the first few and no longer does has taken a place.
 */
export function nextPromotion({ levels, eta, rungs, continued }: Promotions): Suggestion | undefined {
  for (let rung = levels.length - 2; rung >= 0; rung--) {
    const results = rungs.get(levels[rung] ?? 0);
    const fidelity = levels[rung + 1];
    if (results === undefined || fidelity === undefined) continue;
    const { ranked, count } = results;
    const places = Math.floor(count / eta);
    if (ranked.filter(({ number }) => continued.has(number)).length >= places) continue;
    const place = ranked.slice(0, places).findIndex(({ number }) => !continued.has(number));
    const best = ranked[place];
    if (best === undefined) continue;
    const why = { by: 'promotion', rung: rung + 1, from: best.number, place: place + 1, of: count };
    return { params: best.params, fidelity, resumeFrom: best.number, why };
  }
  return undefined;
}
