import { randomUUID } from 'node:crypto';
import type { CurvesQuery, Trial } from '@cambium/core';
import { type Database, openDatabase } from '@cambium/db';
import { type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { endedRow, experimentRow, someTime, waitingRow } from './support/rows.js';

jest.setTimeout(60_000);
let server: TestDatabase;
let database: Database;
const experiment = experimentRow('');

/** The bigger its number, the better an ended trial; each third was pruned. */
const running = [3, 30];
const retried = 12;
/** These were to end at an earlier step. */
const part = [37, 38];
const modes = new Map([
  [0, 'final'],
  [2, 'baseline'],
]);
const numbers = Array.from({ length: 40 }, (_, number) => number);
const stateOf = (number: number) => (number % 3 === 0 ? 'pruned' : 'complete');

function trialOf(number: number): Trial {
  const waiting = waitingRow(experiment.id, number, { epoch: 1 });
  if (number === retried) return waiting;
  if (!running.includes(number)) {
    const change = { state: stateOf(number), values: [number] } as const;
    // The experiment has 4 steps.
    return endedRow(
      { ...waiting, fidelity: part.includes(number) ? 2 : null, mode: modes.get(number) ?? null },
      change,
    );
  }
  return { ...waiting, state: 'running', attemptId: randomUUID(), startedAt: someTime, metrics: {}, lastStep: 1 };
}

beforeAll(async () => {
  server = await withTestDatabase();
  database = await openDatabase({ url: server.url });
  const { workspaceId } = await database.identity.localOwner(1);
  await database.experiments.insert({ ...experiment, workspaceId });
  await database.experiments.transaction(experiment.id, async (tx) => {
    await tx.changeFront({ joined: [4, 5, 30].map((number) => ({ number, values: [1], steps: 4 })), left: [] });
    for (const trial of numbers.map(trialOf)) {
      const id = trial.state === 'running' ? trial.attemptId : randomUUID();
      const attempt = {
        id,
        experimentId: experiment.id,
        trialId: trial.id,
        epoch: 1,
        runnerId: randomUUID(),
        runnerName: 'r',
      };
      const times = { leaseExpiresAt: someTime, startedAt: someTime, endedAt: null };
      await tx.insertTrial(trial);
      await tx.insertAttempt({ ...attempt, ...times, device: 'wasm', state: 'finished', failure: null });
      await tx.putReports([{ trialId: trial.id, attemptId: id, step: 1, metrics: { score: 0.5 }, at: someTime }]);
    }
  });
});
afterAll(async () => {
  await database.close();
  await server.close();
});

async function choose(query: Partial<CurvesQuery>) {
  const experimentIds = [experiment.id];
  const found = await database.reader.curves({ metric: 'score', maxTrials: 3, ...query, experimentIds });
  const { curves, totalCount } = found.get(experiment.id) ?? { curves: [], totalCount: 0 };
  return { numbers: curves.map((curve) => curve.trialNumber), totalCount };
}

describe('curves', () => {
  it('are those of unfinished trials, then of the best, and of baselines', async () => {
    expect(await choose({ maxTrials: 5 })).toEqual({ numbers: [3, retried, 30, 39, 36, 2], totalCount: 40 });
  });

  it('are those of trials that match, and of unfinished ones of these numbers that may yet match', async () => {
    const filter = { stateIn: ['complete'], number: { min: 10, max: 35 } } as const;
    const matching = numbers.filter((number) => number >= 10 && number <= 35 && stateOf(number) === 'complete');
    expect(await choose({ filter })).toEqual({ numbers: [35, 34, 32, retried, 30], totalCount: matching.length });
  });

  it('are those of trials of fewer steps last, whatever their values', async () => {
    const filter = { number: { min: 32 } };
    expect((await choose({ filter, maxTrials: 20 })).numbers).toEqual([39, 36, 35, 34, 33, 32, 38, 37]);
  });

  it('are those of trials of the kinds asked for, unfinished ones too', async () => {
    expect(await choose({ filter: { kindIn: ['final'] } })).toEqual({ numbers: [0], totalCount: 1 });
    expect((await choose({ filter: { kindIn: ['search'], number: { max: 3 } } })).numbers).toEqual([3, 1]);
  });

  it('are those on the front, when that is asked for', async () => {
    expect(await choose({ filter: { onFront: true } })).toEqual({ numbers: [30, 5, 4], totalCount: 3 });
    expect((await choose({ filter: { onFront: false, number: { min: 4, max: 6 } } })).numbers).toEqual([6]);
  });

  it('are those of trials to keep too, whatever their rank, when they match', async () => {
    const kept = await choose({ keep: [1, 0], filter: { stateIn: ['complete'] } });
    expect(kept.numbers).toEqual([35, 34, 32, 2, 1, 3, retried, 30]);
    expect((await choose({ keep: [1], filter: { number: { min: 2 } } })).numbers).not.toContain(1);
  });
});
