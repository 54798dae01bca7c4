import type { ArtifactLink, Claim, Decision, Metrics, TaskEnvironment, TrialOutcome } from '@cambium/core';

/** From the runner to a trial's worker process. */
export type ToWorker =
  | { readonly kind: 'evaluate'; readonly claim: Claim; readonly environment: TaskEnvironment }
  /** Answers the call with this id. */
  | { readonly kind: 'answer'; readonly call: number; readonly value: Answer }
  | { readonly kind: 'refuse'; readonly call: number; readonly message: string }
  /** Stop within one training step. */
  | { readonly kind: 'abort' };

export type Answer = Decision | ArtifactLink | Uint8Array;

/** From a trial's worker process to the runner. Calls with a `call` id expect an answer. */
export type FromWorker =
  | { readonly kind: 'report'; readonly call: number; readonly step: number; readonly metrics: Metrics }
  | {
      readonly kind: 'save';
      readonly call: number;
      readonly name: string;
      readonly fileKind: ArtifactLink['kind'];
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'load'; readonly call: number; readonly digest: string }
  | { readonly kind: 'log'; readonly line: string }
  | { readonly kind: 'outcome'; readonly outcome: TrialOutcome };
