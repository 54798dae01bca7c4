import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Claim, Decision } from '@cambium/core';
import { createRemoteTrialSource } from '@cambium/graphql';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connectLive } from './support/live.js';
import { createExperiment, lrSearch } from './support/specs.js';
import { type TcpGate, tcpGate } from './support/tcp-gate.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const leaseMs = 3_000;
let test: TestApi;
let gate: TcpGate;
beforeAll(async () => {
  test = await startTestApi({
    leaseMs,
    superviseMs: 200,
    async through(url) {
      const address = new URL(url);
      gate = await tcpGate({ host: address.hostname, port: Number(address.port) });
      address.hostname = '127.0.0.1';
      address.port = String(gate.port);
      return address.href;
    },
  });
}, 60_000);
afterAll(async () => {
  await test.stop();
  await gate.shut();
});

it('says that it is unavailable while the database is away, survives, and goes on when it is back', async () => {
  const { data } = await test.graphql(createExperiment, { spec: lrSearch, start: false });
  const { id } = data.createExperiment.experiment;
  const live = connectLive(test.api.url, test.owner);
  const events = 'subscription ($id: ID!) { experimentEvents(id: $id) { lastSeq experiment { state } } }';
  const stream = live.subscribe(events, { id });
  await stream.next();
  const next = stream.next();
  // Looked at below; must not count as unhandled before.
  next.catch(() => undefined);

  await gate.shut();
  for (const query of ['{ viewer { name } }', '{ experiments { totalCount } }']) {
    const { status, errors } = await test.graphql(query);
    expect(status).toBe(503);
    expect(errors[0]?.extensions.code).toBe('UNAVAILABLE');
    expect(errors[0]?.message).toMatch(/try again/);
  }
  expect((await fetch(`${test.api.url}/healthz`)).status).toBe(503);
  const digest = 'a'.repeat(64);
  expect((await fetch(`${test.api.url}/artifacts/${digest}`, { headers: test.runner })).status).toBe(503);

  await gate.open();
  let state = '';
  for (let i = 0; i < 40 && state !== 'running'; i++) {
    await new Promise((resolve) => setTimeout(resolve, 250));
    const started = await test.graphql(
      'mutation ($id: ID!) { startExperiment(id: $id) { experiment { state } errors { code } } }',
      { id },
    );
    state = started.data?.startExperiment.experiment?.state ?? '';
  }
  expect(state).toBe('running');
  expect((await next).value.data.experimentEvents.experiment.state).toBe('running');
  live.close();
}, 60_000);

it('lets a page connect and follow that came while the database was away', async () => {
  const { data } = await test.graphql(createExperiment, { spec: lrSearch, start: false });
  const { id } = data.createExperiment.experiment;
  const events = 'subscription ($id: ID!) { experimentEvents(id: $id) { lastSeq } }';
  const open = connectLive(test.api.url, test.owner);
  await open.subscribe(events, { id }).next();

  await gate.shut();
  const late = connectLive(test.api.url, test.owner, { retry: true });
  const refused = connectLive(test.api.url, test.owner);
  const onNewSocket = late.subscribe(events, { id }).next();
  const onOpenSocket = open.subscribe(events, { id }).next();
  // Try again later: what graphql-ws's client takes for no reason to give up.
  await expect(refused.subscribe(events, { id }).next()).rejects.toMatchObject({ code: 1013 });
  for (const next of [onNewSocket, onOpenSocket]) next.catch(() => undefined);
  await delay(500);

  await gate.open();
  for (const next of [onNewSocket, onOpenSocket]) {
    expect((await next).value.data.experimentEvents.lastSeq).toBeGreaterThan(0);
  }
  late.close();
  open.close();
}, 60_000);

it('does not take a trial from a runner that could not be heard, and still finds one that died meanwhile', async () => {
  const source = createRemoteTrialSource({ url: test.api.url, token: test.runnerToken, retryForMs: 0 });
  const spec = { ...lrSearch, budget: { maxTrials: 2, maxParallel: 2 } };
  const { id } = (await test.graphql(createExperiment, { spec })).data.createExperiment.experiment;
  const runner = { id: randomUUID(), name: 'runner', slots: [] };
  const claims: Claim[] = [];
  while (claims.length < 2) {
    const taken = await source.claim(runner, 2 - claims.length, { waitMs: 10_000 });
    claims.push(...taken.filter(({ experimentId }) => experimentId === id));
  }
  const [alive, dead] = claims as [Claim, Claim];
  const beat = (): Promise<Decision | 'unheard'> => source.heartbeat(alive).catch(() => 'unheard' as const);
  const attemptsOf = async ({ trialId }: Claim): Promise<string[]> => {
    const query = 'query ($id: ID!) { trial(id: $id) { attempts { state } } }';
    const { trial } = (await test.graphql(query, { id: trialId })).data;
    return trial.attempts.map(({ state }: { state: string }) => state);
  };

  await gate.shut();
  for (let waited = 0; waited < 2 * leaseMs; waited += 250) {
    expect(await beat()).toBe('unheard');
    await delay(250);
  }
  await gate.open();
  // The server's rounds come before the runner's next try.
  await delay(leaseMs / 3);
  const decisions: (Decision | 'unheard')[] = [];
  let states: string[] = [];
  for (let i = 0; i < 100 && states[0] !== 'lost'; i++) {
    decisions.push(await beat());
    await delay(200);
    if (decisions.at(-1) !== 'unheard') states = await attemptsOf(dead);
  }
  expect(states).toEqual(['lost']);
  expect(decisions.filter((decision) => decision !== 'unheard').every((decision) => decision === 'continue')).toBe(
    true,
  );
  expect(await attemptsOf(alive)).toEqual(['running']);
  const metrics = { val_accuracy: 0.5, val_loss: 0.5 };
  expect(await source.finish(alive, { kind: 'complete', metrics, artifacts: [] })).toBe(true);
}, 60_000);
