import type { HistoryFold, SearchHistory } from '@cambium/core';

/** An arm's view of the history: its folds see its own options. */
export type ViewHistory = (history: SearchHistory) => SearchHistory;

/** To be made once per arm: a fold is recognised by its identity, so each gets one counterpart for the arm's life. */
export function historyView(options: unknown): ViewHistory {
  const counterparts = new WeakMap<object, HistoryFold<unknown>>();
  const counterpart = <T>(fold: HistoryFold<T>): HistoryFold<T> => {
    const known = counterparts.get(fold) as HistoryFold<T> | undefined;
    if (known !== undefined) return known;
    const own: HistoryFold<T> = {
      start: (context) => fold.start({ ...context, options }),
      add: (value, trial, context) => fold.add(value, trial, { ...context, options }),
    };
    counterparts.set(fold, own as HistoryFold<unknown>);
    return own;
  };
  return (history) => ({ trials: history.trials, fold: (fold) => history.fold(counterpart(fold)) });
}
