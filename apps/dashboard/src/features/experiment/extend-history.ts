import { type HistoryColumns, ledgerMode } from '@cambium/ui';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { toTrialRow } from '../../lib/trial-row.js';
import { isShown, type ShownTrials } from './view-state.js';

export interface History {
  /** By number. */
  readonly points: readonly { readonly number: number; readonly value: number; readonly state: string }[];
  /** Where the best so far got better, by number: each value is better than all before it. */
  readonly best: readonly BestStep[];
  /** Trials that match, drawn or not. */
  readonly totalCount: number;
}

interface BestStep {
  readonly number: number;
  readonly value: number;
}

export interface HistoryRules {
  readonly shown: ShownTrials;
  /** Of the first objective. */
  readonly direction: string;
}

export function beginHistory({
  number,
  value,
  best,
  state,
  totalCount,
}: HistoryColumns & { totalCount: number }): History {
  const steps = number.flatMap((at, i): BestStep[] => {
    const now = best[i] ?? null;
    return now === null || now === (best[i - 1] ?? null) ? [] : [{ number: at, value: now }];
  });
  const points = number.map((at, i) => ({ number: at, value: value[i] ?? Number.NaN, state: state[i] ?? '' }));
  return { points, best: steps, totalCount };
}

/** Adds trials of the search that have just ended with a value. Those that don't match still can be the best so far. */
export function extendHistory(history: History, batches: readonly EventBatch[], rules: HistoryRules): History {
  const ended = batches.flatMap(justEnded);
  if (ended.length === 0) return history;
  const known = new Set(history.points.map((point) => point.number));
  const added = ended.filter((trial) => !known.has(trial.number) && isShown(trial, rules.shown));
  return {
    points: [...history.points, ...added.map(({ number, value, state }) => ({ number, value, state }))].sort(
      (a, b) => a.number - b.number,
    ),
    best: ended.filter((trial) => trial.mayBeBest).reduce((best, trial) => withStep(best, trial, rules), history.best),
    totalCount: history.totalCount + added.length,
  };
}

export function historyColumns({ points, best }: History): HistoryColumns {
  return {
    number: points.map((point) => point.number),
    value: points.map((point) => point.value),
    state: points.map((point) => point.state),
    best: points.map(({ number }) => best.findLast((step) => step.number <= number)?.value ?? null),
  };
}

/** A trial may come again in later batches, for a late report: it ends once. */
function justEnded({ events, trials }: EventBatch) {
  const numbers = new Set(events.filter(({ type }) => type === 'trial.finished').map(({ trialNumber }) => trialNumber));
  return trials.map(toTrialRow).flatMap(({ number, state, mode, values, violation }) => {
    const value = values?.[0];
    if (!numbers.has(number) || ledgerMode(mode) !== null || value === undefined) return [];
    if (state !== 'complete' && state !== 'pruned') return [];
    return [{ number, state, value, mayBeBest: state === 'complete' && (violation ?? 0) === 0 }];
  });
}

function withStep(best: readonly BestStep[], { number, value }: BestStep, { direction }: HistoryRules) {
  const isBetter = (a: number, b: number) => (direction === 'minimize' ? a < b : a > b);
  const before = best.findLast((step) => step.number <= number);
  if (before && !isBetter(value, before.value)) return best;
  const later = best.filter((step) => step.number > number && isBetter(step.value, value));
  return [...best.filter((step) => step.number < number), { number, value }, ...later];
}
