import type { FinishedTrial, FoldContext, HistoryFold, SearchHistory } from '@cambium/core';

export type ViewHistory = (history: SearchHistory) => SearchHistory;

export interface HistoryViewSettings {
  /** What folds see of the search; all as it is if left out. */
  readonly seenAs?: (context: FoldContext) => FoldContext;
  /** Whether the trial is part of the view; all are if left out. */
  readonly shows?: (trial: FinishedTrial) => boolean;
  /** What a trial looks like in the view; as it is if left out. */
  readonly looks?: (trial: FinishedTrial) => FinishedTrial;
}

/**
 * The history as a searcher within another sees it. To be made once per view: a fold is recognised by its identity, so each
 * gets one counterpart for the view's life.
 */
export function historyView({
  seenAs = (context) => context,
  shows = () => true,
  looks = (trial) => trial,
}: HistoryViewSettings): ViewHistory {
  const counterparts = new WeakMap<object, HistoryFold<unknown>>();
  const counterpart = <T>(fold: HistoryFold<T>): HistoryFold<T> => {
    const known = counterparts.get(fold) as HistoryFold<T> | undefined;
    if (known !== undefined) return known;
    const own: HistoryFold<T> = {
      start: (context) => fold.start(seenAs(context)),
      add: (value, trial, context) => (shows(trial) ? fold.add(value, looks(trial), seenAs(context)) : value),
    };
    counterparts.set(fold, own as HistoryFold<unknown>);
    return own;
  };
  const shown = counterpart(allTrials);
  return (history) => ({
    get trials() {
      return history.fold(shown);
    },
    fold: (fold) => history.fold(counterpart(fold)),
  });
}

const allTrials: HistoryFold<FinishedTrial[]> = {
  start: () => [],
  add(trials, trial) {
    trials.push(trial);
    return trials;
  },
};
