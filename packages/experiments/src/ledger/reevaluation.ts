import { type EndedTrial, type Experiment, isEnded, type Trial } from '@cambium/core';
import { spreadFronts } from '../scoring/spread-fronts.js';
import { leadersOf } from './leaders.js';

/** A leader and what it is worth: the mean of its repetitions. */
export interface ConfirmedLeader {
  readonly trial: EndedTrial;
  readonly number: number;
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
  const leaders = leadersOf(experiment, trials, reevaluate.leaders);
  const next: EndedTrial[] = [];
  // Round by round, so that a stop leaves all leaders equally well known.
  for (let round = 0; round < reevaluate.repeats; round++) {
    for (const leader of leaders) {
      if ((repeats.get(leader.number) ?? []).length <= round) next.push(leader);
    }
  }
  const unfinished = trials.some((trial) => trial.mode === 'repeat' && !isEnded(trial));
  return next.length > 0 || unfinished ? { kind: 'running', next } : { kind: 'done' };
}

/**
 * The leaders that were evaluated again, best first and spread out; null without any. Only their repetitions count: the
 * measurement that made one a leader is the luckiest of many, so its mean is biased.
 */
export function confirmedLeaders(
  experiment: Experiment,
  trials: readonly Trial[],
): readonly [ConfirmedLeader, ...ConfirmedLeader[]] | null {
  const { final, objectives } = experiment.spec;
  if (final.reevaluate === undefined) return null;
  const repeats = repetitionsOf(trials);
  const confirmed = leadersOf(experiment, trials, final.reevaluate.leaders).flatMap((trial) => {
    const values = meanOf((repeats.get(trial.number) ?? []).filter(({ state }) => state === 'complete'));
    return values === null ? [] : [{ trial, number: trial.number, values }];
  });
  const [best, ...others] = spreadFronts(confirmed, objectives);
  return best === undefined ? null : [best, ...others];
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
