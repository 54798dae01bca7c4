import type { CheckpointRef } from '../ports/artifact-store.js';
import type { FinishedState } from '../search/told-trial.js';
import type { Json } from '../values/json.js';
import type { Metrics } from '../values/metrics.js';
import type { Params } from '../values/params.js';
import { foldMode } from './density-matching.js';
import { relaxedPolicyMode } from './relaxed-policy.js';

/** waiting → running → complete · pruned · failed · cancelled; infeasible is refused before it ever waits. */
export type TrialState = 'waiting' | 'running' | FinishedState;
export const trialStates = ['waiting', 'running', 'complete', 'pruned', 'failed', 'cancelled', 'infeasible'] as const;

/** Why a trial or attempt failed: a stable code, a sentence, and the end of what the process wrote to stderr. */
export interface TrialFailure {
  /** `diverged` · `out-of-memory` · `crashed` · `timeout` · `lost` · `bad-input` · `error`. */
  readonly code: string;
  readonly message: string;
  readonly stderr?: string;
}

export interface TrialIdentity {
  /** UUID. */
  readonly id: string;
  readonly experimentId: string;
  /** 0, 1, 2 … within its experiment. */
  readonly number: number;
  readonly params: Params;
  readonly fidelity: number | null;
  readonly resumeFrom: CheckpointRef | null;
  /** null for an ordinary trial of the search; else one of {@link LedgerMode}, or the searcher's own. */
  readonly mode: string | null;
  /** Number of the trial it comes from: the one it goes on from, or (`final`, `repeat`) the one it is the same as. */
  readonly parent: number | null;
  /** Numbers of the trials whose params it took over, in part or changed; the one that it owes most first. */
  readonly builtOn: readonly number[];
  readonly why: Json;
  /** What can be known before training: params, flops, activation_bytes. */
  readonly staticMetrics: Metrics;
  /** The attempts so far; the newest one's epoch. 0 before the first. */
  readonly epoch: number;
  readonly createdAt: number;
}

export interface WaitingTrial extends TrialIdentity {
  readonly state: 'waiting';
}

export interface RunningTrial extends TrialIdentity {
  readonly state: 'running';
  readonly attemptId: string;
  readonly startedAt: number;
  /** Metrics of the newest report, empty before the first. */
  readonly metrics: Metrics;
  readonly lastStep: number;
}

export interface EndedTrial extends TrialIdentity {
  readonly state: FinishedState;
  readonly startedAt: number | null;
  readonly finishedAt: number;
  /** Final metrics, static ones included. */
  readonly metrics: Metrics;
  /** One per objective; null when the trial did not measure all of them. */
  readonly values: readonly number[] | null;
  readonly violation: number;
  readonly lastStep: number;
  readonly failure: TrialFailure | null;
}

/** A finished trial never changes. */
export type Trial = WaitingTrial | RunningTrial | EndedTrial;

/**
 * Modes that the ledger gives. `final`: a winner, retrained. `repeat`: one of the best, evaluated again. `known`: a result
 * of an earlier experiment, told to the searcher and never run here. `baseline`: a design with a published augmentation policy
 * in place of its own, to compare with. None of them costs budget.
 */
export const ledgerModes = ['final', 'repeat', 'known', 'baseline'] as const;
export type LedgerMode = (typeof ledgerModes)[number];

/** Where a trial comes from: suggested by the searcher, in whatever mode, or given by the ledger. */
export type TrialKind = 'search' | LedgerMode;
export const trialKinds: readonly TrialKind[] = ['search', ...ledgerModes];

export function trialKind({ mode }: { readonly mode: string | null }): TrialKind {
  return ledgerModes.find((each) => each === mode) ?? 'search';
}

/** Whether the searcher suggested it: it costs budget and can be the best. */
export function isOfSearch(trial: { readonly mode: string | null }): boolean {
  return trialKind(trial) === 'search';
}

/** The mode of a trial that trains all designs of the space at once, and so has none of its own. */
export const supernetMode = 'supernet';

/** Modes of trials that stand for no design: a fold, and what learns policies, train without the one that their params name. */
export const modesWithoutDesign: readonly string[] = [supernetMode, foldMode, relaxedPolicyMode];

export function hasOwnDesign({ mode }: { readonly mode: string | null }): boolean {
  return mode === null || !modesWithoutDesign.includes(mode);
}

/** What a trial says of a design. Those that a supernet has, as every trial does, say nothing. */
export function ownParams({ mode, params }: Pick<TrialIdentity, 'mode' | 'params'>): Params {
  return hasOwnDesign({ mode }) ? params : {};
}

/** Whether the searcher is to hear of it. */
export function isForSearcher(trial: { readonly mode: string | null }): boolean {
  return isOfSearch(trial) || trial.mode === 'known';
}

export function isEnded(trial: Trial): trial is EndedTrial {
  return trial.state !== 'waiting' && trial.state !== 'running';
}
