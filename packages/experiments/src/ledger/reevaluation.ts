import { type EndedTrial, type Experiment, isEnded, type Trial } from '@cambium/core';
import { compareValues } from '../scoring/compare-values.js';
import { leadersOf } from './leaders.js';

/** A leader and what it is worth: its measurement, or the mean of its repetitions. */
export interface Leader {
  readonly trial: EndedTrial;
  readonly values: readonly number[];
}

export type Repetitions =
  /** `next`: leaders to be evaluated again, once for each time that they are named. */
  { readonly kind: 'running'; readonly next: readonly EndedTrial[] } | { readonly kind: 'done' };

/** What is left of the re-evaluation that the specification asks for. */
export function repetitionsLeft(experiment: Experiment, trials: readonly Trial[]): Repetitions {
  const { reevaluate } = experiment.spec.final;
  if (reevaluate === undefined) return { kind: 'done' };
  const repeats = repetitionsOf(trials);
  const next: EndedTrial[] = [];
  // Round by round, so that a stop leaves all leaders equally well known.
  for (let round = 0; round < reevaluate.repeats; round++) {
    for (const leader of leadersOf(experiment, trials).slice(0, reevaluate.leaders)) {
      if ((repeats.get(leader.number) ?? []).length <= round) next.push(leader);
    }
  }
  const unfinished = trials.some((trial) => trial.mode === 'repeat' && !isEnded(trial));
  return next.length > 0 || unfinished ? { kind: 'running', next } : { kind: 'done' };
}

/**
 * Best first. Of a re-evaluation only the leaders' repetitions count: the measurement that made one a leader is the luckiest
 * of many, so its mean is biased.
 */
export function confirmedLeaders(experiment: Experiment, trials: readonly Trial[]): readonly Leader[] {
  const leaders = leadersOf(experiment, trials);
  const { spec } = experiment;
  const { reevaluate } = spec.final;
  const measured = leaders.map((trial) => ({ trial, values: trial.values ?? [] }));
  if (reevaluate === undefined) return measured;
  const repeats = repetitionsOf(trials);
  const confirmed = leaders.slice(0, reevaluate.leaders).flatMap((trial) => {
    const values = meanOf((repeats.get(trial.number) ?? []).filter(({ state }) => state === 'complete'));
    return values === null ? [] : [{ trial, values }];
  });
  if (confirmed.length === 0) return measured;
  return confirmed.sort(
    (a, b) => compareValues(a.values, b.values, spec.objectives) || a.trial.number - b.trial.number,
  );
}

/** By the number of the trial that they repeat; cancelled ones do not count. */
function repetitionsOf(trials: readonly Trial[]): ReadonlyMap<number, readonly Trial[]> {
  const byParent = new Map<number, Trial[]>();
  for (const trial of trials) {
    if (trial.mode !== 'repeat' || trial.parent === null || trial.state === 'cancelled') continue;
    byParent.set(trial.parent, [...(byParent.get(trial.parent) ?? []), trial]);
  }
  return byParent;
}

/** Objective by objective, of those that measured all; null without any. */
function meanOf(trials: readonly Trial[]): readonly number[] | null {
  const values = trials.filter(isEnded).flatMap((trial) => (trial.values === null ? [] : [trial.values]));
  const [first] = values;
  if (first === undefined) return null;
  return first.map((_, i) => values.reduce((sum, measured) => sum + (measured[i] ?? 0), 0) / values.length);
}
