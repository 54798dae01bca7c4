import type { HistoryColumns, TrialRowData } from '@cambium/ui';

export interface History extends HistoryColumns {
  readonly totalCount: number;
}

/** Adds trials of the search that ended with a value. The best so far goes by the first objective's direction. */
export function extendHistory(history: History, trials: readonly TrialRowData[], direction: string): History {
  const known = new Set(history.number);
  const ended = trials.filter(
    (trial) =>
      !known.has(trial.number) &&
      trial.mode !== 'final' &&
      trial.values !== null &&
      (trial.state === 'complete' || trial.state === 'pruned'),
  );
  if (ended.length === 0) return history;
  const rows = [
    ...history.number.map((number, i) => ({
      number,
      value: history.value[i] ?? Number.NaN,
      state: history.state[i] ?? '',
    })),
    ...ended.map((trial) => ({ number: trial.number, value: trial.values?.[0] ?? Number.NaN, state: trial.state })),
  ].sort((a, b) => a.number - b.number);
  const better = direction === 'minimize' ? Math.min : Math.max;
  // Where the server sampled, its own best may come from a trial that is not drawn: never fall behind it.
  const serverBest = new Map(history.number.map((number, i) => [number, history.best[i] ?? Number.NaN]));
  let best = direction === 'minimize' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const bests = rows.map((row) => {
    const known = serverBest.get(row.number);
    if (known !== undefined) best = better(best, known);
    best = better(best, row.value);
    return best;
  });
  return {
    number: rows.map((row) => row.number),
    value: rows.map((row) => row.value),
    state: rows.map((row) => row.state),
    best: bests,
    totalCount: history.totalCount + ended.length,
  };
}
