import {
  type Attempt,
  CambiumError,
  type ClaimRef,
  type ExperimentTransaction,
  type RunningTrial,
  type Trial,
} from '@cambium/core';

export type FoundAttempt =
  /** It may write: it is the newest attempt of a running trial. */
  | { readonly kind: 'current'; readonly attempt: Attempt; readonly trial: RunningTrial }
  /** It ended, or never was. */
  | { readonly kind: 'stale'; readonly attempt: Attempt | null; readonly trial: Trial | null };

/** The fence: only the attempt with the trial's present epoch gets through. */
export async function findAttempt(tx: ExperimentTransaction, ref: ClaimRef): Promise<FoundAttempt> {
  const attempt = (await tx.attempt(ref.attemptId)) ?? null;
  const trial = (await tx.trial(ref.trialId)) ?? null;
  const named = attempt !== null && attempt.trialId === trial?.id && attempt.epoch === ref.epoch;
  if (!named) return { kind: 'stale', attempt: null, trial };
  if (attempt.state === 'running' && trial?.state === 'running' && trial.attemptId === attempt.id) {
    return { kind: 'current', attempt, trial };
  }
  return { kind: 'stale', attempt, trial };
}

/** An answer instead of an error when the experiment is unknown: for a runner that is a stale claim like any other. */
export async function orWhenUnknown<T>(answer: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof CambiumError && cause.code === 'not-found') return answer;
    throw cause;
  }
}
