import {
  CambiumError,
  type Claim,
  type ClaimOptions,
  type ClaimRef,
  type Clock,
  type Decision,
  type ExperimentStore,
  type ReportEntry,
  type RunnerDescription,
  type RunnerDirectory,
  type TrialOutcome,
  type TrialSource,
} from '@cambium/core';
import { isUuid } from '../uuid.js';
import { noticeRunners } from './notice-runners.js';

/** The ledger as runners of one workspace see it. Everything about a trial of another workspace counts as stale. */
export interface RunnerGateway {
  /** @throws CambiumError `not-found` when an experiment is asked for that the workspace does not have. */
  claim(
    runner: RunnerDescription,
    options: ClaimOptions & { workspaceId: string; count: number; signal: AbortSignal },
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
  const notice = noticeRunners(runners, clock);
  // An experiment never moves to another workspace.
  const workspaces = new Map<string, string>();
  const hasExperiment = async (workspaceId: string, experimentId: string): Promise<boolean> => {
    const known = workspaces.get(experimentId) ?? (await store.find(experimentId))?.workspaceId;
    if (known !== undefined) workspaces.set(experimentId, known);
    return known === workspaceId;
  };
  const isOwn = async (workspaceId: string, { experimentId, trialId, attemptId }: ClaimRef): Promise<boolean> =>
    [experimentId, trialId, attemptId].every(isUuid) && hasExperiment(workspaceId, experimentId);

  return {
    async claim(runner, { workspaceId, count, ...options }) {
      const { signal, experimentId } = options;
      if (experimentId !== undefined && !(await hasExperiment(workspaceId, experimentId))) {
        throw new CambiumError('not-found', `there is no experiment ${experimentId}`);
      }
      await notice(runner, workspaceId);
      const claims = await source.claim(runner, count, options);
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
