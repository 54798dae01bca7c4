import type { FinishedTrial, Objective } from '@cambium/core';
import { compareTrials, type RankedTrial, rankTrial } from '../history/ranked-trial.js';

/** Trial numbers of a member, one for each slice of the training that it began. */
export type Member = readonly number[];

/** Trainings that go on side by side. A type, not an interface: only then is it assignable to `Json`. */
export type Population = {
  /** Members it shall have. */
  readonly size: number;
  readonly members: readonly Member[];
};

export type Told = ReadonlyMap<number, FinishedTrial>;

/** The end of a slice: who got there and how they stand. */
export interface Standing {
  /** With a finite value, best first. */
  readonly ranked: readonly RankedTrial[];
  /** Those who ended the slice in any way. */
  readonly count: number;
}

/** How members stand at the end of a slice, as far as they have come. Of different slices nothing is compared. */
export function standingAt(
  { members }: Population,
  slice: number,
  { told, objectives }: { readonly told: Told; readonly objectives: readonly Objective[] },
): Standing {
  const ended = members.map((trials) => told.get(trials[slice] ?? -1)).filter((trial) => trial !== undefined);
  const ranked = ended
    .map((trial) => (trial.state === 'complete' ? rankTrial(trial, objectives) : undefined))
    .filter((trial) => trial !== undefined)
    .sort((a, b) => compareTrials(a, b) || a.number - b.number);
  return { ranked, count: ended.length };
}

/** What a member needs, as seen from its last trial. */
export type MemberNeed =
  /** A first trial. */
  | { readonly kind: 'start' }
  /** The result of its trial, or nothing any more: it reached the end. */
  | { readonly kind: 'result' | 'end' }
  /** The slice after `slice`, which it ended. */
  | { readonly kind: 'slice'; readonly slice: number };

/** A trial that was refused before it ran does not count: the member is where it was before. */
export function needOf(trials: Member, told: Told, slices: number): MemberNeed {
  const last = trials.at(-1);
  if (last === undefined) return { kind: 'start' };
  const trial = told.get(last);
  if (trial === undefined) return { kind: 'result' };
  if (trial.state === 'infeasible') return needOf(trials.slice(0, -1), told, slices);
  return trials.length === slices ? { kind: 'end' } : { kind: 'slice', slice: trials.length - 1 };
}

/** The population with a trial of a member in a slice. */
export function withTrial(
  { size, members }: Population,
  { member, slice, number }: { readonly member: number; readonly slice: number; readonly number: number },
): Population {
  const trials = [...(members[member] ?? []).slice(0, slice), number];
  return { size, members: member < members.length ? members.with(member, trials) : [...members, trials] };
}
