import type { JsonObject } from '../values/json.js';
import type { Direction } from '../values/metrics.js';
import type { Params } from '../values/params.js';

/** The four branches of a space. Each is written in a dialect. */
export const branchNames = ['hp', 'arch', 'aug', 'train'] as const;
export type BranchName = (typeof branchNames)[number];

/** A named part of the platform and its settings: `{ name: asha, options: { eta: 4 } }`. */
export interface NamedOptions {
  readonly name: string;
  readonly options: JsonObject;
}

export interface Objective {
  /** Of the task, or what the reward is called. */
  readonly metric: string;
  readonly direction: Direction;
  /** The objective is computed from two metrics. */
  readonly reward?: Reward;
}

/**
 * accuracy · (cost / target)^w, with w = `alpha` up to the target and `beta` above: one number for what is good and what
 * it costs (MnasNet, Tan et al. 2019).
 */
export interface Reward {
  /** A metric to maximise. */
  readonly accuracy: string;
  /** A metric to minimise, above 0. */
  readonly cost: string;
  /** In the cost's unit, above 0. */
  readonly target: number;
  /** At most 0. */
  readonly alpha: number;
  /** At most 0. */
  readonly beta: number;
}

/** The task's metrics that an objective is made of. */
export function metricsBehind({ metric, reward }: Objective): readonly string[] {
  return reward === undefined ? [metric] : [reward.accuracy, reward.cost];
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
  /**
   * Seconds that attempts of the search's trials may take on devices, all together; no trial starts once they have taken them.
   * What runs then runs to its end, so that it is exceeded by that at most.
   */
  readonly maxDeviceSeconds?: number;
  /** How often an attempt may be lost or crash before its trial fails. Integer ≥ 1. */
  readonly maxAttempts: number;
}

/** What happens with the best trials when the search is over: evaluated again if asked, then retrained and tested, once. */
export interface FinalStage {
  /** How many of the best trials are retrained. 0: none. */
  readonly top: number;
  /**
   * For noisy objectives, where the best measurement is a lucky one: so many of the best trials (the leaders) are evaluated
   * so many times again, and the best mean of the repetitions wins.
   */
  readonly reevaluate?: { readonly leaders: number; readonly repeats: number };
}

/** What the search begins with. */
export interface WarmStart {
  /** Evaluated first, in this order, as trials of the search. Complete points of the space. */
  readonly points: readonly Params[];
  /** Experiments of the same workspace whose results the searcher is told, as far as they are points of this space. */
  readonly experiments: readonly string[];
  readonly screening?: Screening;
}

/**
 * Random designs are judged by a metric that needs no training, each in a trial of mode `proxy`; the best are the first that
 * are trained. These trials cost budget as all others do.
 */
export interface Screening {
  /** Known of an untrained design: `proxy.naswot`, `params`. */
  readonly metric: string;
  readonly direction: Direction;
  /** Designs that are judged. Integer ≥ 1. */
  readonly candidates: number;
  /** How many of them are trained. Integer in 1 … `candidates`. */
  readonly keep: number;
}

/** The mode of trials that measure what is known of an untrained design, and end. */
export const proxyMode = 'proxy';

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
  readonly warmStart?: WarmStart;
  /** True: a design that has its result is not run again, its trial takes the result over (and costs budget all the same). */
  readonly reuseResults?: boolean;
  /** Published augmentation policies that the search is compared with, in trials outside of the budget. */
  readonly baselines?: readonly string[];
  readonly seed: number;
}
