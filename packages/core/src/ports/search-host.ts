import type { AskResult } from '../search/searcher.js';
import type { FinishedTrial, PendingTrial } from '../search/told-trial.js';
import type { DecodeContext } from '../spec/design.js';
import type { ExperimentSpec } from '../spec/experiment-spec.js';
import type { AlgorithmState } from '../trial/experiment.js';
import type { Metrics } from '../values/metrics.js';
import type { Params } from '../values/params.js';

/** What an algorithm's run depends on; it can cross a thread boundary. */
export interface SearchProblem {
  readonly spec: ExperimentSpec;
  readonly context: DecodeContext;
  readonly maxStep: number;
  readonly maxTrials: number;
}

/** Finished trials for the searcher to hear, in order. */
export interface Telling {
  /** How many trials were told before the first of these. Absent: as many as the searcher's state has heard of. */
  readonly from?: number;
  readonly trials: readonly FinishedTrial[];
}

export interface AskRequest {
  /** Names the history, which the host may remember from ask to ask. */
  readonly historyId: string;
  readonly problem: SearchProblem;
  /** As in the host's last reply. Null: start from nothing. */
  readonly searcher: AlgorithmState | null;
  /** Told before the ask, as far as the searcher has not heard of them. */
  readonly tell: Telling;
  readonly pending: readonly PendingTrial[];
  /** Number that the first suggestion will get; names the rng fork of this ask. */
  readonly nextNumber: number;
  /** 0: tell only. */
  readonly count: number;
}

export interface AskAnswer {
  readonly kind: 'answered';
  readonly searcher: AlgorithmState;
  readonly result: AskResult;
  /** One per suggestion. */
  readonly checks: readonly SuggestionCheck[];
}

/** What is known about a suggestion before it is run. */
export interface SuggestionCheck {
  readonly staticMetrics: Metrics;
  /** By how much constraints on the static metrics are broken; 0 when all hold. */
  readonly violation: number;
  /** Number of a complete trial of the same design and fidelity; looked for only when results are to be reused. */
  readonly sameAs?: number;
}

/** The host does not remember the whole history (it is new, or it forgot): ask again, telling from `known` on. */
export type AskReply = AskAnswer | { readonly kind: 'behind'; readonly known: number };

/**
 * Runs searchers off the caller's thread (or on it, in one process). What it answers depends on the request alone: what
 * it remembers of a history saves sending it again.
 */
export interface SearchHost {
  ask(request: AskRequest): Promise<AskReply>;
  /** Static metrics of given params, for final trials and previews. */
  inspect(problem: SearchProblem, params: Params): Promise<Metrics>;
}
