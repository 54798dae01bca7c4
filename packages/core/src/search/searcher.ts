import type { CheckpointRef } from '../ports/artifact-store.js';
import type { Budget, Constraint, Objective } from '../spec/experiment-spec.js';
import type { Space } from '../spec/space.js';
import type { Json } from '../values/json.js';
import type { Metrics } from '../values/metrics.js';
import type { Params } from '../values/params.js';
import type { Rng } from '../values/rng.js';
import type { Schema } from '../values/schema.js';

/** One proposed evaluation. */
export interface Suggestion {
  readonly params: Params;
  readonly fidelity?: number;
  readonly resumeFrom?: CheckpointRef;
  /** Absent for an ordinary evaluation; else a mode that the task understands (`supernet`, `shared-weights`). */
  readonly mode?: string;
  /** Why: acquisition value, parents, exploration or exploitation. Shown on the trial's page. */
  readonly why?: Json;
}

export type AskResult =
  | { readonly kind: 'suggest'; readonly suggestions: readonly [Suggestion, ...Suggestion[]] }
  /** Ask again after the next tell. */
  | { readonly kind: 'wait' }
  /** Never ask again. */
  | { readonly kind: 'exhausted' };

/** A trial that has been asked for and not yet told. */
export interface PendingTrial {
  readonly number: number;
  readonly params: Params;
}

export type FinishedState = 'complete' | 'pruned' | 'failed' | 'cancelled' | 'infeasible';

export interface FinishedTrial {
  readonly number: number;
  readonly params: Params;
  readonly state: FinishedState;
  /** One per objective, in the spec's order and directions; absent when the trial did not measure all of them. */
  readonly values?: readonly number[];
  readonly metrics: Metrics;
  /** Last reported step, 0 when it reported nothing. */
  readonly lastStep: number;
  readonly fidelity?: number;
  readonly mode?: string;
  /** Σ of the amounts by which measured constraints are broken; 0 when all hold. */
  readonly violation: number;
}

export interface SearchContext<Options> {
  readonly space: Space;
  readonly objectives: readonly Objective[];
  readonly constraints: readonly Constraint[];
  readonly options: Options;
  readonly budget: Budget;
}

export interface AskContext<Options> extends SearchContext<Options> {
  /** A fork of the experiment's seed that belongs to this ask alone. */
  readonly rng: Rng;
  /** In the order of their numbers. */
  readonly pending: readonly PendingTrial[];
  /** How many suggestions are wanted; fewer may be given. Integer ≥ 1. */
  readonly count: number;
}

export interface SearcherCapabilities {
  readonly multiObjective: boolean;
  readonly conditional: boolean;
  /** Gives fewer than a fixed number of suggestions by itself (`grid`). */
  readonly finite: boolean;
  /** The same suggestions whatever the order in which parallel trials finish. */
  readonly orderIndependent: boolean;
}

/**
 * Proposes params. A pure function of its history: state in, state out; told about finished trials in the ledger's
 * order. The state is JSON; a new `stateVersion` makes the ledger replay the history instead of loading the old state.
 */
export interface SearcherDefinition<Options = unknown, State extends Json = Json> {
  readonly name: string;
  readonly stateVersion: number;
  /** One sentence for the create form: when to use it. */
  readonly summary: string;
  readonly options: Schema<Options>;
  readonly capabilities: SearcherCapabilities;
  init(context: SearchContext<Options>): State;
  ask(state: State, context: AskContext<Options>): { readonly result: AskResult; readonly state: State };
  tell(state: State, context: SearchContext<Options>, trial: FinishedTrial): State;
}

/** Keeps the definition's own types inside its folder while registries hold `SearcherDefinition<unknown>`. */
export function defineSearcher<Options, State extends Json>(
  definition: SearcherDefinition<Options, State>,
): SearcherDefinition {
  return definition as unknown as SearcherDefinition;
}
