import { randomUUID } from 'node:crypto';
import type { RunningApi } from '@cambium/api';
import { createHttpArtifactStore } from '@cambium/artifacts';
import type { Objective } from '@cambium/core';
import {
  CliExperimentDocument,
  CliPauseExperimentDocument,
  type CliTrialFragment,
  CliTrialsDocument,
  type CliTrialsQuery,
  createRemoteTrialSource,
  withRetry,
} from '@cambium/graphql';
import { startRunner } from '@cambium/runner';
import { type SignedInClient, signIn } from '../client/sign-in.js';
import { CommandError } from '../command-error.js';
import type { Environment } from '../env.js';
import { localSlots } from '../local-slots.js';
import { withLocalApi } from '../with-local-api.js';
import { otherExperiments } from './begin-experiment.js';
import { followExperiment } from './follow-experiment.js';
import type { RunRequest } from './run-request.js';
import { type ResultTrial, type RunResult, runResult } from './run-result.js';
import type { RelatedTrial } from './winner-lineage.js';

/** The only subscriber is a progress bar: what it hears more often would only take time from the trials. */
const progressMs = 250;

/**
 * Runs an experiment through the whole platform: database, API and a runner of this machine, which last as long as the
 * experiment. It stays in the data folder and shows in the dashboard. Interrupted, it is paused.
 *
 * @param begin creates or resumes the experiment and returns its id.
 */
export async function runOnPlatform(
  environment: Environment,
  begin: (client: SignedInClient) => Promise<string>,
  request: RunRequest,
): Promise<RunResult> {
  const startedAt = performance.now();
  const run = async (api: RunningApi) => {
    const client = await signIn(api.url, await api.createLoginLink());
    const { signal, exitCode } = request.interruption;
    if (signal.aborted) throw new CommandError('Interrupted before anything was started.', exitCode());
    const id = await begin(client);
    const others = await otherExperiments(client, id);
    if (others.length > 0) {
      request.notice('Also running in this data folder, but not executed here; to go on with one:');
      for (const { name, id: other } of others) request.notice(`  “${name}”: npx cambium resume ${other}`);
    }
    const runner = await startLocalRunner(environment, api, id);
    try {
      await untilEnded(client, id, request);
    } finally {
      await runner.stop();
    }
    const experiment = await find(client, id);
    if (experiment.failure != null) request.notice(`The experiment failed: ${experiment.failure}`);
    const { state, deviceSeconds, counts } = experiment;
    const wallMs = performance.now() - startedAt;
    // What GraphQL calls JSON is here what the ledger wrote.
    const trials = (await trialsOf(client, id)) as unknown as (CliTrialFragment & ResultTrial & RelatedTrial)[];
    const front = trials.filter(({ onFront }) => onFront).map(({ number }) => number);
    const objectives = experiment.objectives as readonly Objective[];
    return runResult({ state, wallMs, deviceSeconds, counts, objectives }, trials, new Set(front));
  };
  return withLocalApi(environment, run, { coalesceMs: progressMs });
}

/** Executes this experiment only: what else is in the data folder was not asked for. */
async function startLocalRunner(environment: Environment, api: RunningApi, experimentId: string) {
  const source = { url: api.url, token: await api.createRunnerToken('cambium run') };
  return startRunner({
    id: randomUUID(),
    name: 'cambium run',
    source: createRemoteTrialSource(source),
    experimentId,
    artifacts: createHttpArtifactStore(source),
    slots: await localSlots(environment),
    environment: { dataDir: environment.dataDir },
    env: environment.all,
    log: () => {},
  });
}

/** Until the experiment has ended or, interrupted, is paused. */
async function untilEnded(client: SignedInClient, id: string, request: RunRequest): Promise<void> {
  const done = new AbortController();
  const pauseWhenInterrupted = async () => {
    await request.interruption.happened;
    if (!done.signal.aborted) await pause(client, id, request);
  };
  try {
    await Promise.race([show(client, { id, request, signal: done.signal }), pauseWhenInterrupted()]);
  } finally {
    done.abort();
  }
}

async function show(
  client: SignedInClient,
  { id, request, signal }: { id: string; request: RunRequest; signal: AbortSignal },
): Promise<void> {
  for await (const { experiment } of followExperiment(client, id, signal)) {
    const { bestTrial, objectives, counts, maxTrials, phase } = experiment;
    const value = bestTrial?.values?.[0];
    const best = bestTrial == null || value === undefined ? null : { number: bestTrial.number, value };
    request.onProgress({ counts, maxTrials, phase, objectives: objectives.map(({ metric }) => metric), best });
    if (['complete', 'stopped', 'failed'].includes(experiment.state)) return;
  }
}

/** Nothing is lost, and no other runner goes on with it. */
async function pause(client: SignedInClient, id: string, { notice }: RunRequest): Promise<void> {
  notice('Pausing: running trials are handed back. Press Ctrl-C again to end at once.');
  const request = () => client.request(CliPauseExperimentDocument, { id });
  const { pauseExperiment } = await withRetry(request, { forMs: 10_000 });
  if (pauseExperiment.errors.length === 0) notice(`To go on: npx cambium resume ${id}`);
}

async function find(client: SignedInClient, id: string) {
  const { experiment } = await client.request(CliExperimentDocument, { id });
  if (experiment == null) throw new Error('the experiment is gone');
  return experiment;
}

async function trialsOf(client: SignedInClient, id: string): Promise<readonly CliTrialFragment[]> {
  const trials: CliTrialFragment[] = [];
  for (let after: string | null = null; ; ) {
    const page: CliTrialsQuery = await client.request(CliTrialsDocument, { id, first: 200, after });
    trials.push(...(page.experiment?.trials.edges.map(({ node }) => node) ?? []));
    if (page.experiment?.trials.pageInfo.hasNextPage !== true) break;
    after = page.experiment.trials.pageInfo.endCursor ?? null;
  }
  return trials;
}
