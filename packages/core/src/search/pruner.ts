import type { Objective } from '../spec/experiment-spec.js';
import type { Json } from '../values/json.js';
import type { Rng } from '../values/rng.js';
import type { Schema } from '../values/schema.js';

export interface PrunerContext<Options> {
  readonly options: Options;
  readonly objectives: readonly Objective[];
  /** The last step a trial will report when nobody stops it (epochs), known from the task. */
  readonly maxStep: number;
  readonly rng: Rng;
}

/** An intermediate result. A retried trial reports its early steps again: the latest value of a step counts. */
export interface IntermediateReport {
  readonly trial: number;
  /** From 1; a pruner with an `untrainedMetric` sees step 0 as well, which is before the training. */
  readonly step: number;
  /** One per objective in the spec's order, or the `untrainedMetric` alone; NaN where it was not finite. */
  readonly values: readonly number[];
}

/**
 * Decides from intermediate reports whether a trial goes on. Pure: state in, state out, in the ledger's order.
 * Step `maxStep` is the trial's end: the answer there is always `continue`. A report that teaches nothing gives the same
 * state back, which is then not written down again.
 */
export interface PrunerDefinition<Options = unknown, State extends Json = Json> {
  readonly name: string;
  readonly stateVersion: number;
  /** One sentence for the create form: when to use it. */
  readonly summary: string;
  readonly options: Schema<Options>;
  readonly capabilities: { readonly multiObjective: boolean };
  /**
   * The metric, known without a training, by which a pruner with these options judges trials at step 0. Absent: it judges by
   * the objectives, from step 1 on.
   */
  untrainedMetric?(options: Options): string;
  init(context: PrunerContext<Options>): State;
  report(
    state: State,
    context: PrunerContext<Options>,
    report: IntermediateReport,
  ): { readonly decision: 'continue' | 'stop'; readonly state: State };
}

export function definePruner<Options, State extends Json>(
  definition: PrunerDefinition<Options, State>,
): PrunerDefinition {
  return definition as unknown as PrunerDefinition;
}
