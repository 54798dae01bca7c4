import { randomUUID } from 'node:crypto';
import { createHttpArtifactStore } from '@cambium/artifacts';
import {
  CliCreateExperimentDocument,
  CliExperimentDocument,
  type CliTrialFragment,
  CliTrialsDocument,
  createRemoteTrialSource,
} from '@cambium/graphql';
import { startRunner } from '@cambium/runner';
import { type SignedInClient, signIn } from '../client/sign-in.js';
import { databaseAddress } from '../database-address.js';
import type { Environment } from '../env.js';
import { localSlots } from '../local-slots.js';
import { openApi } from '../open-api.js';
import { refusal } from '../read-spec.js';
import { followExperiment } from './follow-experiment.js';
import type { RunProgress } from './progress.js';
import { type ResultTrial, type RunResult, runResult } from './run-result.js';

export interface RunRequest {
  /** For messages. */
  readonly file: string;
  readonly spec: unknown;
  readonly onProgress: (progress: RunProgress) => void;
}

/**
 * Runs a specification through the whole platform: database, API and a runner of this machine, which last as long as the
 * experiment. It stays in the data folder and shows in the dashboard.
 */
export async function runOnPlatform(environment: Environment, request: RunRequest): Promise<RunResult> {
  const startedAt = performance.now();
  const database = await databaseAddress(environment);
  const api = await openApi({
    databaseUrl: database.url,
    databaseKind: database.kind,
    dataDir: environment.dataDir,
    port: 0,
  });
  const source = { url: api.url, token: await api.createRunnerToken('cambium run') };
  try {
    const client = await signIn(api.url, await api.createLoginLink());
    const id = await create(client, request);
    const runner = startRunner({
      id: randomUUID(),
      name: 'cambium run',
      source: createRemoteTrialSource(source),
      artifacts: createHttpArtifactStore(source),
      slots: await localSlots(environment),
      environment: { dataDir: environment.dataDir },
      env: environment.all,
      log: () => {},
    });
    try {
      await untilEnded(client, { id, onProgress: request.onProgress });
    } finally {
      await runner.stop();
    }
    return await result(client, { id, wallMs: performance.now() - startedAt });
  } finally {
    await api.close();
    await database.stop();
  }
}

async function create(client: SignedInClient, { file, spec }: RunRequest): Promise<string> {
  const { createExperiment } = await client.request(CliCreateExperimentDocument, { spec: spec as never });
  if (createExperiment.experiment == null) throw refusal(file, createExperiment.errors);
  return createExperiment.experiment.id;
}

async function untilEnded(
  client: SignedInClient,
  { id, onProgress }: { id: string; onProgress: RunRequest['onProgress'] },
): Promise<void> {
  for await (const { experiment } of followExperiment(client, id)) {
    const { bestTrial, objectives } = experiment;
    const value = bestTrial?.values?.[0];
    onProgress({
      counts: experiment.counts,
      maxTrials: experiment.maxTrials,
      phase: experiment.phase,
      best:
        bestTrial == null || value === undefined
          ? null
          : { number: bestTrial.number, value, metric: objectives[0]?.metric ?? '' },
    });
    if (['complete', 'stopped', 'failed'].includes(experiment.state)) return;
  }
}

async function result(client: SignedInClient, { id, wallMs }: { id: string; wallMs: number }): Promise<RunResult> {
  const { experiment } = await client.request(CliExperimentDocument, { id });
  if (experiment == null) throw new Error('the experiment is gone');
  const trials: CliTrialFragment[] = [];
  for (let after: string | null = null; ; ) {
    const page: {
      experiment?: {
        trials: { edges: { node: CliTrialFragment }[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };
      } | null;
    } = await client.request(CliTrialsDocument, { id, first: 200, after });
    trials.push(...(page.experiment?.trials.edges.map(({ node }) => node) ?? []));
    if (page.experiment?.trials.pageInfo.hasNextPage !== true) break;
    after = page.experiment.trials.pageInfo.endCursor ?? null;
  }
  const best = experiment.bestTrial == null ? [] : [experiment.bestTrial.number];
  return runResult(
    { state: experiment.state, wallMs, counts: experiment.counts },
    trials as unknown as ResultTrial[],
    best,
  );
}
