import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRemoteTrialSource } from '@cambium/graphql';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { signIn } from './support/sign-in.js';
import { createExperiment, lrSearch } from './support/specs.js';
import { post } from './support/test-api.js';
import { testDatabase } from './support/test-database.js';

const main = path.resolve(import.meta.dirname, '../../../apps/api/dist/main.js');
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'cambium-api-process-'));
let server: Awaited<ReturnType<typeof testDatabase>>;
let child: ChildProcess | undefined;

beforeAll(async () => {
  server = await testDatabase();
}, 60_000);
afterAll(async () => {
  child?.kill('SIGKILL');
  await server.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Resolves with the one line that it prints when it serves. */
async function start(port: string): Promise<{ url: string; loginLink: string }> {
  const env = { ...process.env, NODE_OPTIONS: '', PORT: port, DATABASE_URL: server.url, CAMBIUM_DATA_DIR: dataDir };
  const started = spawn(process.execPath, [main], {
    env: { ...env, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child = started;
  for await (const line of started.stdout) return JSON.parse(String(line)) as { url: string; loginLink: string };
  throw new Error('the process ended without serving');
}

it('loses nothing to kill -9: a runner reports and finishes through it, the session goes on', async () => {
  const { url, loginLink } = await start('0');
  const cookie = await signIn(loginLink);
  const graphql = async (query: string, variables = {}) => (await post(url, { query, variables }, { cookie })).data;
  const { createRunnerToken } = await graphql('mutation { createRunnerToken(name: "r") { token } }');
  const spec = { ...lrSearch, budget: { maxTrials: 1, maxParallel: 1 } };
  const { id } = (await graphql(createExperiment, { spec })).createExperiment.experiment;
  const source = createRemoteTrialSource({ url, token: createRunnerToken.token });
  const [claim] = await source.claim({ id: randomUUID(), name: 'r', slots: [] }, 1, { waitMs: 10_000 });
  if (claim === undefined) throw new Error('no trial');

  const killed = once(child as ChildProcess, 'exit');
  child?.kill('SIGKILL');
  await killed;
  const report = source.report(claim, [{ step: 1, metrics: { val_accuracy: 0.4, val_loss: 1 } }]);
  await start(new URL(url).port);
  expect(await report).toBe('continue');
  const outcome = { kind: 'complete' as const, metrics: { val_accuracy: 0.6, val_loss: 0.5 }, artifacts: [] };
  expect(await source.finish(claim, outcome)).toBe(true);
  const { experiment } = await graphql(
    'query ($id: ID!) { experiment(id: $id) { state bestTrial { number attempts { state } reports { step } } } }',
    { id },
  );
  expect(experiment).toEqual({
    state: 'complete',
    bestTrial: { number: 0, attempts: [{ state: 'finished' }], reports: [{ step: 1 }] },
  });

  const ended = once(child as ChildProcess, 'exit');
  child?.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}, 60_000);
