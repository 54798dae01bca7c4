import type { SearchContext } from './search-context.js';
import type { FinishedTrial } from './told-trial.js';

/** What a fold may depend on: all of the search but its budget, which `extend` changes. */
export type FoldContext = Omit<SearchContext<unknown>, 'budget'>;

/**
 * Something computed from a history, trial by trial. The object itself is its identity: define it once, not in an ask.
 * `add` may change `value` and give it back: it belongs to the history, and nobody else may change it.
 */
export interface HistoryFold<T> {
  start(context: FoldContext): T;
  add(value: T, trial: FinishedTrial, context: FoldContext): T;
}

/** The trials that a searcher was told, and what follows from them. */
export interface SearchHistory {
  /** In the order in which they ended. */
  readonly trials: readonly FinishedTrial[];
  /** The fold of all trials so far. Each trial is added once in the history's life: asking again costs nothing. */
  fold<T>(fold: HistoryFold<T>): T;
}

/** A history that grows. Whoever holds it decides what belongs to it; searchers see {@link SearchHistory}. */
export interface GrowingHistory extends SearchHistory {
  add(trial: FinishedTrial): void;
}

export function createSearchHistory(context: FoldContext): GrowingHistory {
  const trials: FinishedTrial[] = [];
  const folded = new Map<HistoryFold<unknown>, { value: unknown; added: number }>();
  return {
    trials,
    add: (trial) => void trials.push(trial),
    fold<T>(fold: HistoryFold<T>) {
      const known = (folded.get(fold as HistoryFold<unknown>) ?? { value: fold.start(context), added: 0 }) as {
        value: T;
        added: number;
      };
      for (const trial of trials.slice(known.added)) known.value = fold.add(known.value, trial, context);
      known.added = trials.length;
      folded.set(fold as HistoryFold<unknown>, known);
      return known.value;
    },
  };
}
