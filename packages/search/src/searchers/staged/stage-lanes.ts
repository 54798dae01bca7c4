import type { AskContext, FinishedTrial, Json, Params, PendingTrial, SearchContext } from '@cambium/core';
import type { FindSearchers } from '../../composite/compose-searcher.js';
import { definitionOf } from '../../composite/inner-searcher.js';
import { type SubBudget, type SubSearch, subSearch } from '../../composite/sub-search.js';
import type { Stage } from './options.js';

/** One search of a stage, around one winner of the stage before. A type, not an interface: it is part of a state. */
export type Lane = {
  /** Number of the trial whose params it builds on; null: the start. */
  readonly base: number | null;
  readonly params: Params;
  /** The searcher's own. */
  readonly state: Json;
  /** True: it has nothing more. */
  readonly exhausted: boolean;
};

/** A stage under way. */
export type RunningStage = {
  /** Among those that have something to search. */
  readonly index: number;
  /** The number that its first trial got: all trials from there on are its own. */
  readonly from: number;
  /** Trials of the budget that it may use; null: all that are left. */
  readonly trials: number | null;
  /** Device seconds that its trials may take; null: no limit of its own. */
  readonly seconds: number | null;
  /** Trials of the budget that were used before it. */
  readonly before: number;
  readonly lanes: readonly Lane[];
  /** Index of the lane whose turn it is. */
  readonly turn: number;
};

/** The stages that have something to search in this space. */
export function stagesIn({ space }: SearchContext<unknown>, stages: readonly Stage[]): readonly Stage[] {
  return stages.filter(({ branches }) => space.parameters.some(({ branch }) => branches.includes(branch)));
}

export function stepsOf({ fidelity }: Stage, { maxStep }: SearchContext<unknown>): number {
  return Math.min(fidelity ?? maxStep, maxStep);
}

export function laneSearch(
  searchers: FindSearchers,
  context: SearchContext<unknown>,
  { stage, base }: { readonly stage: Stage; readonly base: Params },
): SubSearch {
  return subSearch(context.space, {
    searcher: definitionOf(searchers, stage.searcher),
    options: stage.searcher.options,
    branches: stage.branches,
    base,
    steps: stepsOf(stage, context),
    maxStep: context.maxStep,
  });
}

export function laneBudget({ trials, before, lanes }: RunningStage, { budget }: SearchContext<unknown>): SubBudget {
  const share = (count: number) => Math.max(1, Math.ceil(count / lanes.length));
  return { maxTrials: share(trials ?? budget.maxTrials - before), maxParallel: share(budget.maxParallel) };
}

/** Whether a point is tried in a lane, or will be. */
export function isTriedIn(sub: SubSearch, { space, history, pending }: AskContext<unknown>, params: Params): boolean {
  const key = space.canonicalKey(params);
  const same = (trial: PendingTrial | FinishedTrial) => sub.shows(trial) && space.canonicalKey(trial.params) === key;
  return history.trials.some(same) || pending.some(same);
}
