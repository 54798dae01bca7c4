import type { AskResult, FinishedTrial, PendingTrial } from '../search/searcher.js';
import type { DecodeContext } from '../spec/design.js';
import type { ExperimentSpec } from '../spec/experiment-spec.js';
import type { AlgorithmState } from '../trial/experiment.js';
import type { Metrics } from '../values/metrics.js';
import type { Params } from '../values/params.js';

/** What an algorithm's run depends on; it can cross a thread boundary. */
export interface SearchProblem {
  readonly spec: ExperimentSpec;
  readonly context: DecodeContext;
  readonly maxTrials: number;
}

export interface AskRequest {
  readonly problem: SearchProblem;
  /** Null: start from nothing. */
  readonly searcher: AlgorithmState | null;
  /** Told in order before the ask. */
  readonly tell: readonly FinishedTrial[];
  readonly pending: readonly PendingTrial[];
  /** Number that the first suggestion will get; names the rng fork of this ask. */
  readonly nextNumber: number;
  /** 0: tell only. */
  readonly count: number;
}

export interface AskReply {
  readonly searcher: AlgorithmState;
  readonly result: AskResult;
  /** One per suggestion: what can be known before training, and whether all constraints on it hold. */
  readonly checks: readonly { readonly staticMetrics: Metrics; readonly violation: number }[];
}

/** Runs searchers off the caller's thread (or on it, in one process). Stateless: everything is in the request. */
export interface SearchHost {
  ask(request: AskRequest): Promise<AskReply>;
  /** Static metrics of given params, for final trials and previews. */
  inspect(problem: SearchProblem, params: Params): Promise<Metrics>;
}
