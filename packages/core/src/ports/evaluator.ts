import type { ArtifactLink, Claim, Decision, TrialOutcome } from '../trial/claim.js';
import type { TaskEnvironment } from '../trial/task.js';
import type { Metrics } from '../values/metrics.js';

export interface EvaluateOptions {
  /** Await it: the answer decides whether to go on. One call per step, from 1; 0 where the claim has an `untrainedMetric`. */
  report(step: number, metrics: Metrics): Promise<Decision>;
  /** Aborted when the trial is cancelled or pruned from outside: stop within one training step. */
  readonly signal: AbortSignal;
  /** Writes one line to the attempt's log. */
  log(line: string): void;
  /** Stores a file of this attempt. */
  saveArtifact(file: { name: string; kind: ArtifactLink['kind']; bytes: Uint8Array }): Promise<ArtifactLink>;
  /** Reads an artifact by digest (`sha256:…`). */
  loadArtifact(digest: string): Promise<Uint8Array>;
  readonly environment: TaskEnvironment;
}

/** Runs one attempt to its end. Throws on bugs and when memory runs out, which ends its process; other failures are outcomes. */
export interface Evaluator {
  evaluate(claim: Claim, options: EvaluateOptions): Promise<TrialOutcome>;
}
