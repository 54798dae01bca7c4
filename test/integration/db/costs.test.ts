import { randomUUID } from 'node:crypto';
import type { Attempt, EndedTrial, Trial, WaitingTrial } from '@cambium/core';
import { type Database, openDatabase } from '@cambium/db';
import { type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { endedRow, experimentRow, someTime, waitingRow } from './support/rows.js';

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

/** In seconds after `someTime`; `to` null: it runs. */
interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** A search whose trials were on devices at the times given, each in as many attempts. */
function makeSearch() {
  const search = experimentRow(workspaceId);
  const trials: Trial[] = [];
  const attempts: Attempt[] = [];
  const add = (spans: readonly Span[], make: (waiting: WaitingTrial) => Trial) => {
    const trial = make(waitingRow(search.id, trials.length, { epoch: spans.length }));
    trials.push(trial);
    attempts.push(
      ...spans.map(
        ({ from, to }, i): Attempt => ({
          id: randomUUID(),
          experimentId: search.id,
          trialId: trial.id,
          epoch: i + 1,
          runnerId: randomUUID(),
          runnerName: null,
          device: null,
          state: to === null ? 'running' : i + 1 < spans.length ? 'lost' : 'finished',
          leaseExpiresAt: someTime,
          startedAt: someTime + 1000 * from,
          endedAt: to === null ? null : someTime + 1000 * to,
          failure: null,
        }),
      ),
    );
  };
  const ended = (change: Partial<EndedTrial>) => (waiting: WaitingTrial) => endedRow(waiting, change);
  return { search, trials, attempts, add, ended };
}

it('costs count all attempts of the search that had ended when a trial ended', async () => {
  const { search, trials, attempts, add, ended } = makeSearch();
  // By their end: trial 4, 0, the first try of 1, 1, 2 and 3 together, 5, 6, the try of the one that waits again.
  add([{ from: 0, to: 3 }], ended({ values: [0.3, 1] }));
  add(
    [
      { from: 0, to: 4 },
      { from: 5, to: 6 },
    ],
    ended({ values: [0.5, 1], fidelity: 2 }),
  );
  add([{ from: 4, to: 8 }], ended({ values: [0.4, 1] }));
  add([{ from: 6, to: 8 }], ended({ values: [0.9, 1], violation: 2 }));
  add([{ from: 0, to: 1 }], ended({ state: 'failed', values: null }));
  add([{ from: 8, to: 9 }], ended({ state: 'pruned', values: [0.8, 1] }));
  add([{ from: 8, to: 10 }], ended({ mode: 'fold', values: [0.99, 1] }));
  // Of the ledger, not of the search.
  for (const mode of ['final', 'repeat', 'known', 'baseline']) {
    add([{ from: 0, to: 2 }], ended({ mode, values: [0.95, 1] }));
  }
  // Lost, and not yet begun again; running; never on a device.
  add([{ from: 9, to: 12 }], (waiting) => waiting);
  add([{ from: 9, to: null }], (waiting) => ({
    ...waiting,
    state: 'running',
    attemptId: attempts.at(-1)?.id ?? '',
    startedAt: someTime,
    metrics: {},
    lastStep: 0,
  }));
  add([], ended({ state: 'cancelled', startedAt: null }));
  await database.experiments.insert(search, async (tx) => {
    for (const trial of trials) await tx.insertTrial(trial);
    for (const attempt of attempts) await tx.insertAttempt(attempt);
  });
  const nothing = experimentRow(workspaceId);
  await database.experiments.insert(nothing);
  const unknown = randomUUID();
  const none = { number: [], value: [], fidelity: [], deviceMs: [], ended: [], total: { deviceMs: 0, ended: 0 } };
  expect(await database.reader.costs([search.id, nothing.id, unknown])).toEqual(
    new Map<string, unknown>([
      [
        search.id,
        {
          number: [0, 1, 2],
          value: [0.3, 0.5, 0.4],
          fidelity: [null, 2, null],
          deviceMs: [4000, 9000, 15_000],
          ended: [2, 3, 5],
          total: { deviceMs: 21_000, ended: 7 },
        },
      ],
      [nothing.id, none],
      [unknown, none],
    ]),
  );
});
