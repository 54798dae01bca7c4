import type { DecodeContext } from '../spec/design.js';
import type { ExperimentSpec } from '../spec/experiment-spec.js';
import type { Json } from '../values/json.js';
import type { TrialState } from './trial.js';

/**
 * created → running ⇄ paused → complete · stopped · failed. `complete`: the budget is spent or the space exhausted.
 * `stopped`: a person ended it. `failed`: it can't go on, `failure` says why. `extend` makes complete or stopped running again.
 */
export type ExperimentState = 'created' | 'running' | 'paused' | 'complete' | 'stopped' | 'failed';

/** `search`: asking the searcher. `final`: retraining the winners. */
export type ExperimentPhase = 'search' | 'final';

export type TrialCounts = Readonly<Record<TrialState, number>>;

export const noTrials: TrialCounts = {
  waiting: 0,
  running: 0,
  complete: 0,
  pruned: 0,
  failed: 0,
  cancelled: 0,
  infeasible: 0,
};

/** Whose state is kept beside an experiment. */
export type AlgorithmPart = 'searcher' | 'pruner';

/** The state of a searcher or pruner at rest. */
export interface AlgorithmState {
  readonly version: number;
  readonly state: Json;
}

/** The trial whose model the team has chosen. */
export interface Promotion {
  /** Its number. */
  readonly trial: number;
  /** Name of who chose it. */
  readonly by: string;
  readonly at: number;
}

export interface Experiment {
  /** UUID. */
  readonly id: string;
  readonly workspaceId: string;
  readonly spec: ExperimentSpec;
  readonly context: DecodeContext;
  /** The last step a trial reports when nobody stops it. */
  readonly maxStep: number;
  readonly state: ExperimentState;
  readonly phase: ExperimentPhase;
  /** Budget as extended since creation; starts as the spec's. */
  readonly maxTrials: number;
  /** True once the searcher has said `exhausted`. */
  readonly exhausted: boolean;
  /** Trials of the search, by state; final trials are not in it. */
  readonly counts: TrialCounts;
  readonly nextTrialNumber: number;
  /** Milliseconds that attempts of the search's trials took which have ended, however they ended. */
  readonly deviceMs: number;
  /** Sequence number of its newest event; 0 before the first. */
  readonly lastSeq: number;
  /**
   * Number of the best complete, feasible trial of the search; null before the first. With several objectives: the one on
   * the Pareto front that is best by the first, of equals by the second, and so on.
   */
  readonly bestTrial: number | null;
  readonly bestValues: readonly number[] | null;
  readonly failure: string | null;
  /** Id of the experiment whose specification it took over. */
  readonly clonedFrom: string | null;
  /** Number of that experiment's trial whose one design it trains again; null: it searches all over. */
  readonly clonedTrial: number | null;
  readonly promotion: Promotion | null;
  /** Milliseconds since 1970, server clock. */
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}
