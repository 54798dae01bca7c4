import type {
  Claim,
  ClaimRef,
  Clock,
  Decision,
  ExperimentStore,
  ReportEntry,
  RunnerDescription,
  RunnerDirectory,
  TrialOutcome,
  TrialSource,
} from '@cambium/core';
import { isUuid } from '../uuid.js';

/** The ledger as runners of one workspace see it. Everything about a trial of another workspace counts as stale. */
export interface RunnerGateway {
  claim(
    runner: RunnerDescription,
    options: { workspaceId: string; count: number; waitMs: number; signal: AbortSignal },
  ): Promise<readonly Claim[]>;
  report(workspaceId: string, claim: ClaimRef, entries: readonly ReportEntry[]): Promise<Decision>;
  heartbeat(workspaceId: string, claim: ClaimRef): Promise<Decision>;
  finish(workspaceId: string, claim: ClaimRef, outcome: TrialOutcome): Promise<boolean>;
}

export interface RunnerGatewayOptions {
  readonly source: TrialSource;
  readonly store: Pick<ExperimentStore, 'find'>;
  readonly runners: RunnerDirectory;
  readonly clock: Clock;
}

export function createRunnerGateway({ source, store, runners, clock }: RunnerGatewayOptions): RunnerGateway {
  // An experiment never moves to another workspace.
  const workspaces = new Map<string, string>();
  const isOwn = async (workspaceId: string, { experimentId, trialId, attemptId }: ClaimRef): Promise<boolean> => {
    if (![experimentId, trialId, attemptId].every(isUuid)) return false;
    const known = workspaces.get(experimentId) ?? (await store.find(experimentId))?.workspaceId;
    if (known !== undefined) workspaces.set(experimentId, known);
    return known === workspaceId;
  };

  return {
    async claim(runner, { workspaceId, count, waitMs, signal }) {
      await runners.seen(runner, workspaceId, clock.now());
      const claims = await source.claim(runner, count, { waitMs, signal });
      const kept: Claim[] = [];
      for (const claim of claims) {
        // A runner that has gone away while it waited gets nothing: its trials start elsewhere at once.
        if (!signal.aborted && (await isOwn(workspaceId, claim))) kept.push(claim);
        else await source.finish(claim, { kind: 'handed-back' });
      }
      return kept;
    },
    report: async (workspaceId, claim, entries) =>
      (await isOwn(workspaceId, claim)) ? source.report(claim, entries) : 'cancel',
    heartbeat: async (workspaceId, claim) => ((await isOwn(workspaceId, claim)) ? source.heartbeat(claim) : 'cancel'),
    finish: async (workspaceId, claim, outcome) =>
      (await isOwn(workspaceId, claim)) ? source.finish(claim, outcome) : false,
  };
}
