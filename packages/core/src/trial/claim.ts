import type { CheckpointRef } from '../ports/artifact-store.js';
import type { DecodeContext } from '../spec/design.js';
import type { ExperimentSpec } from '../spec/experiment-spec.js';
import type { Metrics } from '../values/metrics.js';
import type { Params } from '../values/params.js';
import type { TrialFailure } from './trial.js';

/** What names an attempt in every message about it. `epoch` is the fencing token. */
export interface ClaimRef {
  readonly experimentId: string;
  readonly trialId: string;
  readonly attemptId: string;
  readonly epoch: number;
}

/** A trial handed to a runner: all that it needs to evaluate it, nothing it must look up. */
export interface Claim extends ClaimRef {
  readonly number: number;
  readonly params: Params;
  readonly fidelity: number | null;
  readonly mode: string | null;
  readonly resumeFrom: CheckpointRef | null;
  readonly task: ExperimentSpec['task'];
  readonly space: ExperimentSpec['space'];
  readonly objectives: ExperimentSpec['objectives'];
  /** With its options complete: a supernet is trained as its searcher wants it. */
  readonly searcher: ExperimentSpec['searcher'];
  readonly constraints: ExperimentSpec['constraints'];
  /** What the pruner judges this trial by before its training: to be reported as step 0. Null: it does not. */
  readonly untrainedMetric: string | null;
  readonly context: DecodeContext;
  /** The experiment's seed; the evaluator forks it by the trial's number. */
  readonly seed: number;
  readonly maxSeconds: number | null;
  /** The runner must heartbeat well within this many milliseconds. */
  readonly leaseMs: number;
}

/** The reply to report() and heartbeat() IS the stop signal. `stop`: pruned, finish now. `cancel`: drop it. */
export type Decision = 'continue' | 'stop' | 'cancel';

/** A file that an attempt leaves behind, already in the artifact store. */
export interface ArtifactLink {
  /** `log`, `model/model.json`, `checkpoint/…`. Unique within a trial. */
  readonly name: string;
  readonly kind: 'checkpoint' | 'log' | 'model' | 'file';
  /** `sha256:<hex>`. */
  readonly digest: string;
  readonly bytes: number;
}

/** How an attempt ended, told by its runner. `stopped` follows a `stop` decision. */
export type TrialOutcome =
  | { readonly kind: 'complete'; readonly metrics: Metrics; readonly artifacts: readonly ArtifactLink[] }
  | { readonly kind: 'stopped'; readonly metrics: Metrics; readonly artifacts: readonly ArtifactLink[] }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly failure: TrialFailure;
      readonly retry: boolean;
      readonly artifacts: readonly ArtifactLink[];
    }
  | { readonly kind: 'handed-back' };
