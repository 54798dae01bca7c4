import { randomUUID } from 'node:crypto';
import { runnerSilenceMs } from '@cambium/core';
import { type Database, openDatabase } from '@cambium/db';
import { runSql, type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { experimentRow, waitingRow } from './support/rows.js';

jest.setTimeout(60_000);
let server: TestDatabase;
let database: Database;
beforeAll(async () => {
  server = await withTestDatabase();
  database = await openDatabase({ url: server.url });
});
afterAll(async () => {
  await database.close();
  await server.close();
});

const hash = () => randomUUID().replaceAll('-', '').repeat(2);

describe('identity', () => {
  it('has one local owner, however many ask for it first', async () => {
    const owners = await Promise.all(Array.from({ length: 5 }, (_, i) => database.identity.localOwner(i)));
    expect(new Set(owners.map((owner) => `${owner.id} ${owner.workspaceId}`)).size).toBe(1);
    expect(owners[0]).toMatchObject({ role: 'owner' });
  });

  it('lets a login link be used once, in time', async () => {
    const owner = await database.identity.localOwner(0);
    const [good, late] = [hash(), hash()];
    await database.identity.createLoginLink({ secretHash: good, userId: owner.id, expiresAt: 100, now: 1 });
    await database.identity.createLoginLink({ secretHash: late, userId: owner.id, expiresAt: 100, now: 1 });
    const redeemed = await Promise.all(Array.from({ length: 4 }, () => database.identity.redeemLoginLink(good, 99)));
    expect(redeemed.filter((user) => user !== undefined)).toEqual([owner]);
    expect(await database.identity.redeemLoginLink(late, 100)).toBeUndefined();
    expect(await database.identity.redeemLoginLink(hash(), 1)).toBeUndefined();
  });

  it('knows a session until it ends or is deleted', async () => {
    const owner = await database.identity.localOwner(0);
    const secretHash = hash();
    await database.identity.createSession({ secretHash, userId: owner.id, expiresAt: 1000, now: 1 });
    expect(await database.identity.sessionUser(secretHash, 999)).toEqual(owner);
    expect(await database.identity.sessionUser(secretHash, 1000)).toBeUndefined();
    await database.identity.deleteSession(secretHash);
    expect(await database.identity.sessionUser(secretHash, 1)).toBeUndefined();
  });

  it('removes links, sessions and tokens that have ended when it makes new ones', async () => {
    const { id: userId, workspaceId } = await database.identity.localOwner(0);
    const { identity } = database;
    const makeAll = async (secretHash: string, now: number) => {
      await identity.createLoginLink({ secretHash, userId, expiresAt: now + 100, now });
      await identity.createSession({ secretHash, userId, expiresAt: now + 100, now });
      await identity.createRunnerToken({ id: randomUUID(), secretHash, name: 'own', workspaceId, now, idleMs: 100 });
    };
    const hashes = async (table: string) =>
      (await runSql(server.url, `select secret_hash from ${table}`)).map((row) => row['secret_hash']);
    const [old, young, new_] = [hash(), hash(), hash()];
    await makeAll(old, 10_000);
    await makeAll(young, 10_001);
    await makeAll(new_, 10_100);
    for (const table of ['login_links', 'sessions', 'runner_tokens']) {
      const left = await hashes(table);
      expect([old, young, new_].map((one) => left.includes(one))).toEqual([false, true, true]);
    }
  });

  it('gives the workspace of a runner token', async () => {
    const { workspaceId } = await database.identity.localOwner(0);
    const secretHash = hash();
    const token = { id: randomUUID(), secretHash, name: 'gpu box', workspaceId, now: 5, idleMs: null };
    await database.identity.createRunnerToken(token);
    const ages = 1e15;
    expect(await database.identity.runnerWorkspace(secretHash, ages)).toEqual({ workspaceId, tokenName: 'gpu box' });
    expect(await database.identity.runnerWorkspace(hash(), 5)).toBeUndefined();
  });

  it('lists the tokens that people made, with their last use, and ends one of them', async () => {
    const { workspaceId } = await database.identity.localOwner(0);
    const { identity } = database;
    const own = { workspaceId, name: 'own', idleMs: null };
    const [first, second] = [
      { ...own, id: randomUUID(), secretHash: hash(), now: 1e9 },
      { ...own, id: randomUUID(), secretHash: hash(), now: 2e9 },
    ];
    for (const token of [first, second]) await identity.createRunnerToken(token);
    const program = { ...own, id: randomUUID(), secretHash: hash(), now: 3e9, idleMs: 1e9 };
    await identity.createRunnerToken(program);
    for (const now of [2e9 + 1, 2e9 + 59_000]) await identity.runnerWorkspace(first.secretHash, now);
    const listed = async () => (await identity.runnerTokens(workspaceId)).filter(({ createdAt }) => createdAt >= 1e9);
    expect(await listed()).toEqual([
      { id: second.id, name: 'own', createdAt: 2e9, lastUsedAt: null },
      { id: first.id, name: 'own', createdAt: 1e9, lastUsedAt: 2e9 + 1 },
    ]);
    await identity.runnerWorkspace(first.secretHash, 2e9 + 60_001);
    expect((await listed())[1]?.lastUsedAt).toBe(2e9 + 60_001);

    expect(await identity.revokeRunnerToken(randomUUID(), first.id)).toBe(false);
    expect(await identity.revokeRunnerToken(workspaceId, program.id)).toBe(false);
    expect(await identity.revokeRunnerToken(workspaceId, first.id)).toBe(true);
    expect(await identity.revokeRunnerToken(workspaceId, first.id)).toBe(false);
    expect(await identity.runnerWorkspace(first.secretHash, 2e9)).toBeUndefined();
    expect((await listed()).map(({ id }) => id)).toEqual([second.id]);
    expect(await identity.runnerWorkspace(program.secretHash, 3e9)).toBeDefined();
  });

  it('lets a token that may not be idle live as long as it is used', async () => {
    const { workspaceId } = await database.identity.localOwner(0);
    const secretHash = hash();
    const token = { id: randomUUID(), secretHash, name: 'own', workspaceId, now: 0, idleMs: 1000 };
    await database.identity.createRunnerToken(token);
    const isKnown = async (now: number) => (await database.identity.runnerWorkspace(secretHash, now)) !== undefined;
    for (const now of [50, 900, 1700, 2600]) expect([now, await isKnown(now)]).toEqual([now, true]);
    expect(await isKnown(3600)).toBe(false);
  });
});

describe('the runner directory', () => {
  it('lists the runners of a workspace and how busy they are', async () => {
    const { workspaceId } = await database.identity.localOwner(0);
    const runner = { id: randomUUID(), name: 'laptop', slots: [{ kind: 'wasm', name: 'CPU core 0' }] };
    const idle = { id: randomUUID(), name: 'spare', slots: [] };
    await database.runners.seen({ ...runner, name: 'old name' }, workspaceId, 10);
    await database.runners.seen(runner, workspaceId, 20);
    await database.runners.seen(idle, workspaceId, 15);
    const experiment = experimentRow(workspaceId);
    await database.experiments.insert(experiment);
    await database.experiments.transaction(experiment.id, async (tx) => {
      for (const [number, state] of (['running', 'finished'] as const).entries()) {
        const trial = waitingRow(experiment.id, number);
        await tx.insertTrial(trial);
        await tx.insertAttempt({
          id: randomUUID(),
          experimentId: experiment.id,
          trialId: trial.id,
          epoch: 1,
          runnerId: runner.id,
          runnerName: runner.name,
          device: 'wasm',
          state,
          leaseExpiresAt: 99,
          startedAt: 1,
          endedAt: null,
          failure: null,
        });
      }
    });
    const working = { ...runner, workspaceId, lastSeenAt: 20, busy: 1 };
    expect(await database.runners.list(workspaceId, 15)).toEqual([
      working,
      { ...idle, workspaceId, lastSeenAt: 15, busy: 0 },
    ]);
    expect(await database.runners.list(workspaceId, 1000)).toEqual([working]);
    expect(await database.runners.list(randomUUID(), 0)).toEqual([]);

    // A week later another one starts: the idle one is forgotten, the one at work is not.
    const week = 7 * 24 * 3_600_000;
    await database.runners.seen({ id: randomUUID(), name: 'new', slots: [] }, workspaceId, 100 + week);
    expect((await database.runners.list(workspaceId, 0)).map(({ name }) => name)).toEqual(['laptop', 'new']);
  });

  it('tells of a runner that comes, changes or comes back, and not of each time that one asks for work', async () => {
    const { workspaceId } = await database.identity.localOwner(0);
    const runner = { id: randomUUID(), name: 'signals', slots: [{ kind: 'wasm', name: 'CPU core 0' }] };
    const told: string[] = [];
    const off = database.runners.onRunners((id) => told.push(id));
    const expectTold = async (count: number) => {
      // Notifications come in the order of their commits: after this one nothing of before is on its way any more.
      const marker = randomUUID();
      await runSql(server.url, `select pg_notify('cambium_runners', $1)`, [marker]);
      while (told.at(-1) !== marker) await new Promise((resolve) => setTimeout(resolve, 5));
      told.pop();
      expect(told.splice(0)).toEqual(Array.from({ length: count }, () => workspaceId));
    };
    await database.runners.seen(runner, workspaceId, 1_000);
    await expectTold(1);
    await database.runners.seen(runner, workspaceId, 20_000);
    await expectTold(0);
    await database.runners.seen({ ...runner, slots: [] }, workspaceId, 20_001);
    await expectTold(1);
    await database.runners.seen({ ...runner, slots: [] }, workspaceId, 20_001 + runnerSilenceMs);
    await expectTold(1);
    off();
  });

  it('does not let another workspace take a runner over', async () => {
    const { workspaceId } = await database.identity.localOwner(0);
    const runner = { id: randomUUID(), name: 'mine', slots: [] };
    await database.runners.seen(runner, workspaceId, 1);
    const other = randomUUID();
    await runSql(server.url, `insert into workspaces (id, name, created_at) values ($1, 'other', 1)`, [other]);
    await expect(database.runners.seen(runner, other, 2)).rejects.toMatchObject({ code: 'conflict' });
    expect(await database.runners.list(other, 0)).toEqual([]);
  });
});
