import { type Database, openDatabase } from '@cambium/db';
import { runSql, type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { runChild } from './support/child.js';
import { experimentRow, someTime, waitingRow } from './support/rows.js';

jest.setTimeout(60_000);
let server: TestDatabase;
let database: Database;
let workspaceId = '';
beforeAll(async () => {
  server = await withTestDatabase();
  database = await openDatabase({ url: server.url });
  ({ workspaceId } = await database.identity.localOwner(1));
});
afterAll(async () => {
  await database.close();
  await server.close();
});

async function newExperiment() {
  const experiment = experimentRow(workspaceId);
  await database.experiments.insert(experiment);
  return experiment;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 10_000; waited += 20) await pause(20);
  expect(holds()).toBe(true);
}

describe('several processes on one ledger', () => {
  it('never claim the same trial, and claim all', async () => {
    const { id } = await newExperiment();
    const count = 40;
    await database.experiments.transaction(id, async (tx) => {
      for (let number = 0; number < count; number++) {
        const trial = waitingRow(id, number);
        await tx.insertTrial(trial);
        await tx.enqueue(trial, 0);
        // A second ticket for the same trial: the ledger decides, not the queue.
        if (number % 4 === 0) await tx.enqueue(trial, 0);
      }
    });
    const outputs = await Promise.all([
      runChild('claim-all.mjs', [server.url]),
      runChild('claim-all.mjs', [server.url]),
    ]);
    const claimed = outputs.map((output) => JSON.parse(output) as number[]);
    expect(claimed.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, number) => number));
    const [row] = await runSql(server.url, 'select count(*)::int as count from attempts where experiment_id = $1', [
      id,
    ]);
    expect(row).toEqual({ count });
    expect(await runSql(server.url, 'select id from cambium_queue.job')).toEqual([]);
  });

  it('do not put a trial into the queue that is rolled back', async () => {
    const { id } = await newExperiment();
    const failing = database.experiments.transaction(id, async (tx) => {
      const trial = waitingRow(id, 0);
      await tx.insertTrial(trial);
      await tx.enqueue(trial, 0);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await runSql(server.url, 'select id from cambium_queue.job')).toEqual([]);
    expect(await database.experiments.trials(id)).toEqual([]);
  });

  it('may read outside of their transactions, however many experiments are locked at once', async () => {
    const small = await openDatabase({ url: server.url, poolSize: 3 });
    const made = await Promise.all(Array.from({ length: 8 }, newExperiment));
    const found = await Promise.all(
      made.map(({ id }) => small.experiments.transaction(id, () => small.experiments.find(id))),
    );
    expect(found.map((one) => one?.id)).toEqual(made.map(({ id }) => id));
    await small.close();
  });

  it('may wait for one experiment in greater number than there are connections', async () => {
    const small = await openDatabase({ url: server.url, poolSize: 2 });
    const { id } = await newExperiment();
    const one = () =>
      small.experiments.transaction(id, async (tx) => {
        // A read on another connection while the row is locked.
        await small.experiments.find(id);
        await tx.append('trial.reported', { at: someTime });
      });
    await Promise.all(Array.from({ length: 30 }, one));
    expect((await small.experiments.find(id))?.lastSeq).toBe(30);
    await small.close();
  });
});

describe('input that PostgreSQL can not hold', () => {
  it('is not found, or refused', async () => {
    expect(await database.experiments.find('no uuid')).toBeUndefined();
    expect(await database.reader.trialsByIds(['no uuid'])).toEqual([]);
    const nothing = { code: 'not-found' };
    await expect(database.experiments.transaction('no uuid', async () => 1)).rejects.toMatchObject(nothing);
    await expect(database.reader.trials({ experimentId: 'no uuid', first: 1 })).rejects.toMatchObject(nothing);
    const filter = { nameContains: 'a\u0000b' };
    await expect(database.reader.countExperiments(workspaceId, filter)).rejects.toMatchObject({ code: 'fix-input' });
  });
});

describe('documents', () => {
  it('come back with their keys in order and every character', async () => {
    const { id, spec } = await newExperiment();
    const params = { 'hp.z': -1e-300, 'hp.a': 0.1 + 0.2, 'arch.b': 'wörd\u0000', 'aug.long-name': true };
    const failure = { code: 'crashed', message: 'no', stderr: 'a\u0000b \ud800' };
    const trial = waitingRow(id, 0, { params, why: { z: 1, a: 2 } });
    await database.experiments.transaction(id, (tx) => tx.insertTrial(trial));
    const [stored] = await database.experiments.trials(id);
    expect(JSON.stringify(stored?.params)).toBe(JSON.stringify(params));
    expect(JSON.stringify(stored?.why)).toBe('{"z":1,"a":2}');
    const found = await database.experiments.find(id);
    expect(JSON.stringify(found?.spec)).toBe(JSON.stringify(spec));
    await database.experiments.transaction(id, (tx) =>
      tx.append('trial.finished', { trialNumber: 0, payload: failure, at: someTime }),
    );
    expect((await database.experiments.events(id, 0, 1))[0]?.payload).toEqual(failure);
  });
});

describe('signals', () => {
  it('reach another process', async () => {
    const other = await openDatabase({ url: server.url });
    const { id } = await newExperiment();
    const seen: string[] = [];
    const off = other.experiments.onAnyEvents((experimentId) => seen.push(experimentId));
    await database.experiments.transaction(id, (tx) => tx.append('experiment.started', { at: someTime }));
    await until(() => seen.includes(id));
    off();
    await other.close();
  });

  it('come again after a lost connection, and everybody is woken for what was missed', async () => {
    const { id } = await newExperiment();
    const calls = { events: 0, work: 0, any: [] as string[] };
    const offs = [
      database.experiments.onEvents(id, () => {
        calls.events += 1;
      }),
      database.experiments.onWork(() => {
        calls.work += 1;
      }),
      database.experiments.onAnyEvents((experimentId) => calls.any.push(experimentId)),
    ];
    const killed = await runSql(
      server.url,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'cambium-listener' and datname = current_database()`,
    );
    expect(killed).toHaveLength(1);
    await until(() => calls.events === 1 && calls.work === 1 && calls.any.includes(id));
    await database.experiments.transaction(id, (tx) => tx.append('experiment.started', { at: someTime }));
    await until(() => calls.events === 2);
    for (const off of offs) off();
  });

  it('survive a listener that throws', async () => {
    const { id } = await newExperiment();
    let heard = false;
    const offs = [
      database.experiments.onEvents(id, () => {
        throw new Error('a bug in a listener');
      }),
      database.experiments.onEvents(id, () => {
        heard = true;
      }),
    ];
    await database.experiments.transaction(id, (tx) => tx.append('experiment.started', { at: someTime }));
    await until(() => heard);
    for (const off of offs) off();
  });
});
