import type { Claim, ClaimRef, Decision, TrialOutcome } from '../trial/claim.js';
import type { ReportEntry } from '../trial/report.js';

export interface RunnerDescription {
  /** UUID, chosen by the runner at its start. */
  readonly id: string;
  readonly name: string;
  /** e.g. `[{ kind: 'wasm', name: 'CPU core 0' }]`. */
  readonly slots: readonly { readonly kind: string; readonly name: string }[];
}

export interface ClaimOptions {
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Only trials of this experiment: those of others are for other runners. */
  readonly experimentId?: string | undefined;
}

/** Where a runner gets its work: the ledger itself in one process, GraphQL otherwise. */
export interface TrialSource {
  /** Up to `count` claims. Resolves with [] after about `waitMs` without work, or when `signal` is aborted. */
  claim(runner: RunnerDescription, count: number, options: ClaimOptions): Promise<readonly Claim[]>;
  /** Never rejects for a stale claim: the answer is `cancel` and the report is recorded as late. */
  report(claim: ClaimRef, entries: readonly ReportEntry[]): Promise<Decision>;
  /** Extends the lease. */
  heartbeat(claim: ClaimRef): Promise<Decision>;
  /** False when the claim is stale: someone else finished or took over the trial. Safe to repeat. */
  finish(claim: ClaimRef, outcome: TrialOutcome): Promise<boolean>;
}
