import type { TrialRowFragment } from '@cambium/graphql';
import type { HistoryColumns } from '@cambium/ui';

export interface History extends HistoryColumns {
  readonly totalCount: number;
}

/** What the history needs to know of a trial. */
export type HistoryTrial = Pick<TrialRowFragment, 'number' | 'mode' | 'state' | 'values' | 'violation'>;

/**
 * Adds trials of the search that ended with a value. The best so far goes by the first objective's direction, over
 * complete trials that break no constraint, as the server's does.
 */
export function extendHistory(history: History, trials: readonly HistoryTrial[], direction: string): History {
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
      // Where the server sampled, its best may come from a trial that is not drawn.
      best: history.best[i] ?? null,
    })),
    ...ended.map(({ number, values, state, violation }) => {
      const value = values?.[0] ?? Number.NaN;
      return { number, value, state, best: state === 'complete' && violation === 0 ? value : null };
    }),
  ].sort((a, b) => a.number - b.number);
  const better = direction === 'minimize' ? Math.min : Math.max;
  let best: number | null = null;
  const bests = rows.map((row) => {
    if (row.best !== null) best = best === null ? row.best : better(best, row.best);
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
