import { compareResults, type Direction, type TrialResult } from '@cambium/core';
import type { HistoryColumns } from '@cambium/ui';
import type { EventBatch } from '../../lib/live/event-hub.js';
import { justEnded } from './just-ended.js';
import { isShown, type ShownTrials } from './view-state.js';

export interface History {
  /** By number. */
  readonly points: readonly (TrialResult & { readonly number: number; readonly state: string })[];
  /** Where the best so far got better, by number: each value is better than all before it. */
  readonly best: readonly BestStep[];
  /** Trials that match, drawn or not. */
  readonly totalCount: number;
}

interface BestStep extends TrialResult {
  readonly number: number;
}

export interface HistoryRules {
  readonly shown: ShownTrials;
  /** Of the first objective. */
  readonly direction: Direction;
  /** The step at which a trial ends that has no fidelity of its own. */
  readonly maxStep: number;
}

/** The server's sample. */
export interface HistoryAnswer extends HistoryColumns {
  readonly bestSteps: readonly (number | null)[];
  readonly totalCount: number;
}

export function beginHistory({ number, value, steps, best, bestSteps, state, totalCount }: HistoryAnswer): History {
  const changes = number.flatMap((at, i): BestStep[] => {
    const now = best[i] ?? null;
    if (now === null || (now === best[i - 1] && bestSteps[i] === bestSteps[i - 1])) return [];
    return [{ number: at, value: now, steps: bestSteps[i] ?? 0 }];
  });
  const points = number.map((at, i) => ({
    number: at,
    value: value[i] ?? Number.NaN,
    steps: steps[i] ?? 0,
    state: state[i] ?? '',
  }));
  return { points, best: changes, totalCount };
}

/** Adds trials of the search that have just ended with a value. Those that don't match still can be the best so far. */
export function extendHistory(history: History, batches: readonly EventBatch[], rules: HistoryRules): History {
  const ended = batches
    .flatMap((batch) => justEnded(batch, rules.maxStep))
    .map(({ values, isCandidate, ...trial }) => ({ ...trial, value: values[0], mayBeBest: isCandidate }));
  if (ended.length === 0) return history;
  const known = new Set(history.points.map((point) => point.number));
  const added = ended.filter((trial) => !known.has(trial.number) && isShown(trial, rules.shown));
  return {
    points: [
      ...history.points,
      ...added.map(({ number, value, steps, state }) => ({ number, value, steps, state })),
    ].sort((a, b) => a.number - b.number),
    best: ended.filter((trial) => trial.mayBeBest).reduce((best, trial) => withStep(best, trial, rules), history.best),
    totalCount: history.totalCount + added.length,
  };
}

export function historyColumns({ points, best }: History): HistoryColumns {
  return {
    number: points.map((point) => point.number),
    value: points.map((point) => point.value),
    steps: points.map((point) => point.steps),
    state: points.map((point) => point.state),
    best: points.map(({ number }) => best.findLast((step) => step.number <= number)?.value ?? null),
  };
}

function withStep(best: readonly BestStep[], { number, value, steps }: BestStep, { direction }: HistoryRules) {
  const own: BestStep = { number, value, steps };
  const isBetter = (a: BestStep, b: BestStep) => compareResults(a, b, direction) < 0;
  const before = best.findLast((step) => step.number <= number);
  if (before && !isBetter(own, before)) return best;
  const later = best.filter((step) => step.number > number && isBetter(step, own));
  return [...best.filter((step) => step.number < number), own, ...later];
}
