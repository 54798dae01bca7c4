import type { FinishedTrial, Objective } from '@cambium/core';
import { compareTrials, type RankedTrial, rankTrial } from '../history/ranked-trial.js';

/** A bracket that is being run, in one of its rungs. A type, not an interface: only then is it assignable to `Json`. */
export type OpenBracket = {
  /** How many were opened before it: its place in the table of brackets, over and over. */
  readonly bracket: number;
  readonly rung: number;
  /** Trials that this rung shall have. */
  readonly size: number;
  /** Whom the rung's trials go on from, in this order, best first; empty where its trials are new, as in the first rung. */
  readonly parents: readonly number[];
  /** Numbers of the rung's trials so far. */
  readonly trials: readonly number[];
};

/** What the history does not say: which trials belong together. */
export type BracketState = {
  /** Brackets opened so far; they come in the order of the table, again and again. */
  readonly opened: number;
  /** Those that are not over, the oldest first. */
  readonly open: readonly OpenBracket[];
};

export type Told = ReadonlyMap<number, FinishedTrial>;

/** What the rung of an open bracket needs next. */
export function needOf(open: OpenBracket, told: Told): 'trial' | 'results' | 'nothing' {
  if (countedTrials(open, told) < open.size) return 'trial';
  return open.trials.every((number) => told.has(number)) ? 'nothing' : 'results';
}

/** Trials that were refused before they ran do not count and are given again; all others do, however they ended. */
export function countedTrials({ trials }: OpenBracket, told: Told): number {
  return trials.filter((number) => told.get(number)?.state !== 'infeasible').length;
}

/** What a rung that needs nothing is followed by. */
export interface Succession {
  readonly told: Told;
  readonly objectives: readonly Objective[];
  readonly eta: number;
  /** Whether the best go on; else the next rung has as many new trials. */
  readonly promotes: boolean;
  /** Numbers of those of whom the best go on; by default the rung's trials. */
  readonly candidates?: readonly number[];
}

/** The next rung, 1/η of this one, at least one trial; undefined when none of this one's could go on. */
export function nextRung(
  { bracket, rung, size, trials }: OpenBracket,
  { told, objectives, eta, promotes, candidates = trials }: Succession,
): OpenBracket | undefined {
  const ended = candidates.map((number) => told.get(number)).filter((trial) => trial !== undefined);
  const best = promotable(ended, objectives).slice(0, Math.max(1, Math.floor(size / eta)));
  if (best.length === 0) return undefined;
  return { bracket, rung: rung + 1, size: best.length, parents: promotes ? best : [], trials: [] };
}

/** Numbers of the trials that may go on, best first: those that reached their fidelity with a finite value. */
export function promotable(trials: readonly FinishedTrial[], objectives: readonly Objective[]): number[] {
  return trials
    .map((trial) => (trial.state === 'complete' ? rankTrial(trial, objectives) : undefined))
    .filter((ranked): ranked is RankedTrial => ranked !== undefined)
    .sort((a, b) => compareTrials(a, b) || a.number - b.number)
    .map(({ number }) => number);
}
