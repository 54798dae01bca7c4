import type { JsonObject } from '../values/json.js';
import type { Direction } from '../values/metrics.js';

/** The four branches of a space. Each is written in a dialect. */
export const branchNames = ['hp', 'arch', 'aug', 'train'] as const;
export type BranchName = (typeof branchNames)[number];

/** A named part of the platform and its settings: `{ name: asha, options: { eta: 4 } }`. */
export interface NamedOptions {
  readonly name: string;
  readonly options: JsonObject;
}

export interface Objective {
  readonly metric: string;
  readonly direction: Direction;
}

/** A bound on a metric; at least one of `min`, `max`. Metrics known before training are checked before training. */
export interface Constraint {
  readonly metric: string;
  readonly min?: number;
  readonly max?: number;
}

export interface Budget {
  /** Trials that a runner may start, infeasible ones (refused before training) not counted. Integer ≥ 1. */
  readonly maxTrials: number;
  /** Trials that may wait or run at one time. Integer ≥ 1. */
  readonly maxParallel: number;
  /** Wall-clock limit of one attempt, in seconds. */
  readonly maxTrialSeconds?: number;
  /** How often an attempt may be lost or crash before its trial fails. Integer ≥ 1. */
  readonly maxAttempts: number;
}

/** What happens with the best trials when the search is over: retrained and tested, once. */
export interface FinalStage {
  /** How many of the best trials are retrained. 0 switches the stage off. */
  readonly top: number;
}

/** One search. Frozen at creation. `space` maps a branch to `{ dialect, ...settings }`; `hp` needs no dialect name. */
export interface ExperimentSpec {
  readonly name: string;
  readonly description?: string;
  readonly task: { readonly name: string; readonly settings: JsonObject };
  readonly space: Readonly<Partial<Record<BranchName, JsonObject>>>;
  readonly objectives: readonly Objective[];
  readonly constraints: readonly Constraint[];
  readonly searcher: NamedOptions;
  readonly pruner?: NamedOptions;
  readonly budget: Budget;
  readonly final: FinalStage;
  readonly seed: number;
}
