import {
  type AskContext,
  type FinishedTrial,
  type HistoryFold,
  type Params,
  proxyMode,
  type Screening,
} from '@cambium/core';

/** A design with the score by which it was judged. */
export interface ScreenedDesign {
  readonly number: number;
  readonly params: Params;
  readonly score: number;
  /** The plain number of parameters, to be compared with; null where the task tells none. */
  readonly parameters: number | null;
}

export interface ScreenedDesigns {
  /** Trials of the screening that ended, well or not. */
  readonly ended: number;
  /** The best of those with a score that break no constraint, best first: at most as many as are kept. */
  readonly ranked: readonly ScreenedDesign[];
}

/** To be made once for a search. Trials that have no score (a failure, null, NaN) are told, and are never the best. */
export function screenedDesigns({ metric, direction, keep }: Screening): HistoryFold<ScreenedDesigns> {
  const sign = direction === 'maximize' ? -1 : 1;
  return {
    start: () => ({ ended: 0, ranked: [] }),
    add(known, trial) {
      // Infeasible ones cost no budget.
      if (trial.mode !== proxyMode || trial.state === 'infeasible') return known;
      const scored = scoreOf(trial, metric);
      if (scored === undefined) return { ...known, ended: known.ended + 1 };
      const ranked = [...known.ranked, scored].sort((a, b) => sign * (a.score - b.score) || a.number - b.number);
      return { ended: known.ended + 1, ranked: ranked.slice(0, keep) };
    },
  };
}

function scoreOf(
  { number, params, state, metrics, violation }: FinishedTrial,
  metric: string,
): ScreenedDesign | undefined {
  const score = metrics[metric];
  if (state !== 'complete' || violation > 0 || typeof score !== 'number' || !Number.isFinite(score)) return undefined;
  return { number, params, score, parameters: metrics['params'] ?? null };
}

/** Designs of all other trials: by their canonical keys. */
const trainedDesigns: HistoryFold<Set<string>> = {
  start: () => new Set(),
  add: (keys, { mode, params }, { space }) => (mode === proxyMode ? keys : keys.add(space.canonicalKey(params))),
};

/** Whether a design was trained, or is being trained, whatever came of it. */
export function isTrained({ space, history, pending }: AskContext<unknown>): (params: Params) => boolean {
  const told = history.fold(trainedDesigns);
  const now = new Set(pending.filter(({ mode }) => mode !== proxyMode).map(({ params }) => space.canonicalKey(params)));
  return (params) => {
    const key = space.canonicalKey(params);
    return told.has(key) || now.has(key);
  };
}
