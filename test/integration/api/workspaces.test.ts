import { createHash, randomUUID } from 'node:crypto';
import type { Claim } from '@cambium/core';
import { runSql } from '@cambium/db/testing';
import { createRemoteTrialSource, schemaText } from '@cambium/graphql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildSchema, getNamedType } from 'graphql';
import { connectLive } from './support/live.js';
import { createExperiment, lrSearch } from './support/specs.js';
import { type Credentials, startTestApi, type TestApi } from './support/test-api.js';

/** What the owner's workspace holds, and the credentials of an owner and a runner of another one. */
let test: TestApi;
let own: Claim;
let stranger: Credentials;
let strangersRunner: Credentials;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const log = 'the log of a trial';
const digest = hashOf(log);

beforeAll(async () => {
  let url = '';
  test = await startTestApi({
    async through(address) {
      url = address;
      return address;
    },
  });
  const spec = { ...lrSearch, budget: { maxTrials: 9, maxParallel: 2 } };
  await test.graphql(createExperiment, { spec });
  const source = createRemoteTrialSource({ url: test.api.url, token: test.runnerToken });
  const runner = { id: randomUUID(), name: 'own runner', slots: [] };
  const [done, running] = await source.claim(runner, 2, { waitMs: 20_000 });
  if (done === undefined || running === undefined) throw new Error('no trials within 20 s');
  own = running;
  const metrics = { val_accuracy: 0.5, val_loss: 1 };
  await fetch(`${test.api.url}/artifacts/${digest}`, { method: 'PUT', headers: test.runner, body: log });
  const artifacts = [{ name: 'log', kind: 'log', digest: `sha256:${digest}`, bytes: log.length }] as const;
  await source.finish(done, { kind: 'complete', metrics, artifacts });

  const [workspaceId, userId] = [randomUUID(), randomUUID()];
  await runSql(url, `insert into workspaces (id, name, created_at) values ($1, 'other', 1)`, [workspaceId]);
  await runSql(
    url,
    `insert into users (id, workspace_id, name, role, created_at) values ($1, $2, 'Stranger', 'owner', 1)`,
    [userId, workspaceId],
  );
  const { identity } = test.database;
  const now = Date.now();
  await identity.createSession({ secretHash: hashOf('stranger'), userId, expiresAt: now + 1e9, now });
  const token = { id: randomUUID(), secretHash: hashOf('cmb_stranger'), name: 'r', workspaceId, now, idleMs: null };
  await identity.createRunnerToken(token);
  stranger = { cookie: 'cambium_session=stranger' };
  strangersRunner = { authorization: 'Bearer cmb_stranger' };
}, 60_000);
afterAll(() => test.stop());

const ref = () => {
  const { experimentId, trialId, attemptId, epoch } = own;
  return { experimentId, trialId, attemptId, epoch };
};

/** For each root field that takes an id: how to ask for another workspace's object, and what must come back. */
const reads: Record<string, { query: string; answer: unknown }> = {
  experiment: { query: 'query ($experimentId: ID!) { answer: experiment(id: $experimentId) { id } }', answer: null },
  trial: { query: 'query ($trialId: ID!) { answer: trial(id: $trialId) { id } }', answer: null },
  trialByNumber: {
    query: 'query ($experimentId: ID!) { answer: trialByNumber(experimentId: $experimentId, number: 0) { id } }',
    answer: null,
  },
};
const ofTrials = ['retrainTrial', 'promoteTrial', 'demoteTrial'];
const changes = [
  ...['start', 'pause', 'resume', 'stop', 'extend', 'clone'].map((verb) => `${verb}Experiment`),
  ...ofTrials,
];
const byRunners: Record<string, { query: string; answer: unknown }> = {
  reportTrials: {
    query:
      'mutation ($ref: ClaimRefInput!) { answer: reportTrials(reports: [{ claim: $ref, entries: [{ step: 1, metrics: {} }] }]) }',
    answer: ['cancel'],
  },
  heartbeatTrials: {
    query: 'mutation ($ref: ClaimRefInput!) { answer: heartbeatTrials(claims: [$ref]) }',
    answer: ['cancel'],
  },
  finishTrial: {
    query: 'mutation ($ref: ClaimRefInput!) { answer: finishTrial(claim: $ref, outcome: { kind: "cancelled" }) }',
    answer: false,
  },
};

describe('what belongs to a workspace is not there for another', () => {
  it('is tested for every root field that takes an id', () => {
    const schema = buildSchema(schemaText);
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const withId = roots
      .flatMap((type) => Object.values(type?.getFields() ?? {}))
      .filter(({ args }) =>
        args.some(({ type }) => ['ID', 'ClaimRefInput', 'TrialReportInput'].includes(getNamedType(type).name)),
      );
    const others = ['claimTrials', 'createExperiment', 'experimentEvents', 'revokeRunnerToken'];
    const tested = [...Object.keys(reads), ...changes, ...Object.keys(byRunners), ...others];
    expect(withId.map(({ name }) => name).sort()).toEqual(tested.sort());
  });

  it.each(Object.entries(reads))('for %s', async (_name, { query, answer }) => {
    const { experimentId, trialId } = own;
    const variables = query.includes('$trialId') ? { trialId } : { experimentId };
    expect((await test.graphql(query, variables)).data.answer).not.toEqual(answer);
    expect((await test.graphql(query, variables, stranger)).data).toEqual({ answer });
  });

  it.each(changes)('for %s', async (name) => {
    const args = name === 'extendExperiment' ? ', trials: 1' : '';
    const query = `mutation ($id: ID!) { answer: ${name}(id: $id${args}) { experiment { id } errors { code } } }`;
    const { data } = await test.graphql(
      query,
      { id: ofTrials.includes(name) ? own.trialId : own.experimentId },
      stranger,
    );
    expect(data.answer).toEqual({ experiment: null, errors: [{ code: 'not-found' }] });
  });

  it.each(Object.entries(byRunners))('for %s', async (_name, { query, answer }) => {
    expect((await test.graphql(query, { ref: ref() }, strangersRunner)).data).toEqual({ answer });
  });

  it('for a runner that looks for work', async () => {
    const query = `mutation ($runner: RunnerInput!) { claimTrials(runner: $runner, count: 9, waitMs: 0) { trialId } }`;
    const runner = { id: randomUUID(), name: 'stranger', slots: [] };
    const { data } = await test.graphql(query, { runner }, strangersRunner);
    expect(data.claimTrials).toEqual([]);
    const ofOne = query.replace('waitMs: 0', 'waitMs: 0, experimentId: $id').replace('(', '($id: ID!, ');
    const { errors } = await test.graphql(ofOne, { runner, id: own.experimentId }, strangersRunner);
    expect(errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('for lists', async () => {
    const query = '{ viewer { name } experiments { totalCount edges { node { id } } } runners { name } }';
    const { data } = await test.graphql(query, {}, stranger);
    expect(data).toEqual({
      viewer: { name: 'Stranger' },
      experiments: { totalCount: 0, edges: [] },
      runners: [{ name: 'stranger' }],
    });
    expect((await test.graphql(query)).data).toMatchObject({
      experiments: { totalCount: 1 },
      runners: [{ name: 'own runner' }],
    });
  });

  it('for streams', async () => {
    const live = connectLive(test.api.url, stranger);
    const events = 'subscription ($id: ID!) { experimentEvents(id: $id) { lastSeq } }';
    await expect(live.subscribe(events, { id: own.experimentId }).next()).rejects.toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
    const changes = live.subscribe('subscription { experimentChanged { id } }');
    expect((await changes.next()).value.data).toEqual({ experimentChanged: null });
    const runners = live.subscribe('subscription { runnersChanged { name } }');
    expect((await runners.next()).value.data).toEqual({ runnersChanged: [{ name: 'stranger' }] });
    const changed = Promise.race([changes.next(), runners.next()]);
    const pause = 'mutation ($id: ID!) { pauseExperiment(id: $id) { experiment { state } } }';
    await test.graphql(pause, { id: own.experimentId });
    const quiet = new Promise((resolve) => setTimeout(() => resolve('quiet'), 700));
    expect(await Promise.race([changed, quiet])).toBe('quiet');
    live.close();
  });

  it('for an experiment whose id is taken', async () => {
    const create = `mutation ($id: ID!, $spec: JSON!) {
      createExperiment(id: $id, spec: $spec) { experiment { id } errors { path code } } }`;
    const { data } = await test.graphql(create, { id: own.experimentId, spec: lrSearch }, stranger);
    expect(data.createExperiment).toEqual({ experiment: null, errors: [{ path: ['id'], code: 'id-taken' }] });
  });

  it('for runner tokens', async () => {
    const { data: made } = await test.graphql('mutation { createRunnerToken(name: "gpu box") { id } }');
    const { id } = made.createRunnerToken;
    const revoke = 'mutation ($id: ID!) { revokeRunnerToken(id: $id) }';
    expect((await test.graphql(revoke, { id }, stranger)).data).toEqual({ revokeRunnerToken: false });
    const list = '{ runnerTokens { id name } }';
    expect(
      (await test.graphql(list, {}, stranger)).data.runnerTokens.map(({ name }: { name: string }) => name),
    ).toEqual(['r']);
    expect((await test.graphql(list)).data.runnerTokens).toEqual([{ id, name: 'gpu box' }]);
  });

  it('for artifacts', async () => {
    const read = async (headers: Credentials) =>
      (await fetch(`${test.api.url}/artifacts/${digest}`, { headers })).status;
    expect([await read(test.owner), await read(stranger)]).toEqual([200, 404]);
    expect([await read(test.runner), await read(strangersRunner)]).toEqual([200, 404]);
  });

  it('and nothing of it has changed', async () => {
    const query = `query ($id: ID!) { trial(id: $id) { state attempts { state } reports { step } } }`;
    const { data } = await test.graphql(query, { id: own.trialId });
    expect(data.trial).toEqual({ state: 'running', attempts: [{ state: 'running' }], reports: [] });
  });
});
