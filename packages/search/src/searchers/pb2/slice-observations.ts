import type { FinishedTrial, Objective, Params, SearchHistory } from '@cambium/core';
import { rankTrial } from '../../history/ranked-trial.js';
import { trialsByNumber } from '../../history/trials-by-number.js';

/** What a member did in a slice of its training. */
export interface SliceStart {
  readonly slice: number;
  readonly params: Params;
  /** At its start. */
  readonly loss: number;
}

export interface SliceObservation extends SliceStart {
  /** By how much the loss fell, per step; −Infinity when the slice failed. */
  readonly gain: number;
}

/** The newest slices that went on from a finite loss, newest first, at most so many. */
export function sliceObservations(
  history: SearchHistory,
  {
    ends,
    objectives,
    most,
  }: { readonly ends: readonly number[]; readonly objectives: readonly Objective[]; readonly most: number },
): SliceObservation[] {
  const told = history.fold(trialsByNumber);
  const observations: SliceObservation[] = [];
  for (let i = history.trials.length - 1; i >= 0 && observations.length < most; i--) {
    const trial = history.trials[i];
    if (trial === undefined || trial.state === 'cancelled' || trial.state === 'infeasible') continue;
    const start = sliceStart(trial, { told, ends, objectives });
    if (start === undefined) continue;
    const end = trial.state === 'complete' ? rankTrial(trial, objectives) : undefined;
    const steps = (ends[start.slice] ?? 0) - (ends[start.slice - 1] ?? 0);
    observations.push({ ...start, gain: end === undefined ? -Infinity : (start.loss - end.loss) / steps });
  }
  return observations;
}

/** Undefined for a trial that goes on from none, or not by one slice. */
export function sliceStart(
  { params, fidelity, parent }: Pick<FinishedTrial, 'params' | 'fidelity' | 'parent'>,
  {
    told,
    ends,
    objectives,
  }: {
    readonly told: ReadonlyMap<number, FinishedTrial>;
    readonly ends: readonly number[];
    readonly objectives: readonly Objective[];
  },
): SliceStart | undefined {
  const slice = ends.indexOf(fidelity ?? 0);
  const from = parent === undefined ? undefined : told.get(parent);
  const ranked = from?.state === 'complete' ? rankTrial(from, objectives) : undefined;
  if (slice < 1 || ranked === undefined || from?.fidelity !== ends[slice - 1]) return undefined;
  return { slice, params, loss: ranked.loss };
}
