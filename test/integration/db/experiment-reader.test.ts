import { randomUUID } from 'node:crypto';
import {
  type Attempt,
  type CurvesQuery,
  type EndedTrial,
  type ExperimentReader,
  type FrontMember,
  isEnded,
  isOfSearch,
  type Page,
  type Params,
  type Trial,
  type TrialFilter,
  type TrialSort,
} from '@cambium/core';
import { type Database, openDatabase } from '@cambium/db';
import { runSql, type TestDatabase, withTestDatabase } from '@cambium/db/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { makeTrials } from './support/made-trials.js';
import { endedRow, experimentRow, someTime, waitingRow } from './support/rows.js';
import { expectedOrder, filters, isOnFront, sorts, valueOf } from './support/trial-oracle.js';

jest.setTimeout(60_000);
let server: TestDatabase;
let database: Database;
let reader: ExperimentReader;
let workspaceId = '';
let statements = 0;
const experiment = experimentRow('');
const other = experimentRow('');
let trials: readonly Trial[] = [];
let attempts: readonly Attempt[] = [];

const frontMember = ({ number }: Trial): FrontMember => ({ number, values: [number / 7, 1], steps: 4 });

beforeAll(async () => {
  server = await withTestDatabase();
  database = await openDatabase({
    url: server.url,
    onStatement: () => {
      statements += 1;
    },
  });
  ({ reader } = database);
  ({ workspaceId } = await database.identity.localOwner(1));
  for (const one of [experiment, other]) {
    await database.experiments.insert({ ...one, workspaceId });
    const made = makeTrials(one.id, one === experiment ? 140 : 7);
    const withAttempts = made.filter((trial) => trial.state !== 'waiting');
    const madeAttempts = withAttempts.map(
      (trial): Attempt => ({
        id: trial.state === 'running' ? trial.attemptId : randomUUID(),
        experimentId: one.id,
        trialId: trial.id,
        epoch: 1,
        runnerId: randomUUID(),
        runnerName: null,
        device: 'wasm',
        state: trial.state === 'running' ? 'running' : 'finished',
        leaseExpiresAt: someTime,
        startedAt: someTime,
        endedAt: null,
        failure: null,
      }),
    );
    await database.experiments.transaction(one.id, async (tx) => {
      for (const trial of made) await tx.insertTrial(trial);
      for (const attempt of madeAttempts) await tx.insertAttempt(attempt);
      await tx.changeFront({ joined: made.filter(isOnFront).map(frontMember), left: [] });
      await tx.putReports(
        madeAttempts.flatMap((attempt) =>
          [1, 2, 3].map((step) => ({
            trialId: attempt.trialId,
            attemptId: attempt.id,
            step,
            metrics: { score: step === 2 ? null : step / 10 },
            at: someTime,
          })),
        ),
      );
    });
    if (one === experiment) {
      trials = made;
      attempts = madeAttempts;
    }
  }
});
afterAll(async () => {
  await database.close();
  await server.close();
});

async function allPages(fetch: (after?: string) => Promise<Page<Trial>>): Promise<Trial[]> {
  const all: Trial[] = [];
  for (let after: string | undefined; ; ) {
    const page = await fetch(after);
    all.push(...page.items.map(({ node }) => node));
    after = page.items.at(-1)?.cursor;
    if (!page.hasNextPage) return all;
  }
}

describe('lists of trials', () => {
  it.each(sorts)('page through $field $key $order without gap or repetition', async (sort) => {
    const paged = await allPages((after) =>
      reader.trials({ experimentId: experiment.id, first: 9, sort, ...(after === undefined ? {} : { after }) }),
    );
    expect(paged.map((trial) => trial.number)).toEqual(expectedOrder(trials, sort));
    expect(paged.find((trial) => trial.number === 5)).toEqual(trials[5]);
  });

  it.each(filters)('filter by %s', async (_name, filter, holds) => {
    const expected = trials.filter(holds).map((trial) => trial.number);
    const paged = await allPages((after) =>
      reader.trials({ experimentId: experiment.id, first: 20, filter, ...(after === undefined ? {} : { after }) }),
    );
    expect(paged.map((trial) => trial.number)).toEqual(expected);
    expect(await reader.countTrials(experiment.id, filter)).toBe(expected.length);
  });

  it('go on where a page ended when trials have been added before it', async () => {
    const id = other.id;
    const sort: TrialSort = { field: 'number', order: 'DESC' };
    const first = await reader.trials({ experimentId: id, first: 3, sort });
    const added = waitingRow(id, 7);
    await database.experiments.transaction(id, (tx) => tx.insertTrial(added));
    const after = first.items.at(-1)?.cursor ?? '';
    const second = await reader.trials({ experimentId: id, first: 3, sort, after });
    expect(second.items.map(({ node }) => node.number)).toEqual([3, 2, 1]);
  });

  it('refuse foreign cursors, wrong page sizes and a sort without its key', async () => {
    const experimentId = experiment.id;
    const { items } = await reader.trials({ experimentId, first: 1, sort: { field: 'value', order: 'ASC' } });
    const after = items[0]?.cursor ?? '';
    const wrong = { code: 'fix-input' };
    const attemptsToRead = [
      { experimentId, first: 1, after },
      { experimentId, first: 1, after, sort: { field: 'value', order: 'DESC' } as const },
      { experimentId: other.id, first: 1, after, sort: { field: 'value', order: 'ASC' } as const },
      {
        experimentId,
        first: 1,
        after,
        sort: { field: 'value', order: 'ASC' } as const,
        filter: { number: { min: 1 } },
      },
      { experimentId, first: 1, after: 'nonsense' },
      { experimentId, first: 0 },
      { experimentId, first: 501 },
      { experimentId, first: 1.5 },
      { experimentId, first: 1, sort: { field: 'param', order: 'ASC' } as const },
    ];
    for (const query of attemptsToRead) {
      await expect(Promise.resolve().then(() => reader.trials(query))).rejects.toMatchObject(wrong);
    }
  });

  it('give first pages of several experiments whose cursors go on', async () => {
    const unknown = randomUUID();
    const filter: TrialFilter = { stateIn: ['complete'] };
    const sort: TrialSort = { field: 'value', order: 'DESC' };
    const experimentIds = [experiment.id, other.id, unknown];
    const pages = await reader.trialPages({ experimentIds, first: 4, filter, sort });
    for (const experimentId of experimentIds) {
      expect(pages.get(experimentId)).toEqual(await reader.trials({ experimentId, first: 4, filter, sort }));
    }
    const counts = await reader.countTrialsOf(experimentIds, filter);
    expect(counts.get(experiment.id)).toBe(trials.filter((trial) => trial.state === 'complete').length);
    expect(counts.get(unknown)).toBe(0);
  });

  it('cost one statement each, however long', async () => {
    const ids = trials.map((trial) => trial.id);
    const query = { experimentId: experiment.id, sort: { field: 'value', order: 'DESC' } as const };
    const calls: Record<string, () => Promise<unknown>> = {
      short: () => reader.trials({ ...query, first: 1 }),
      long: () => reader.trials({ ...query, first: 500 }),
      pages: () => reader.trialPages({ experimentIds: [experiment.id, other.id], first: 50 }),
      counts: () => reader.countTrialsOf([experiment.id, other.id]),
      byIds: () => reader.trialsByIds(ids),
      byNumbers: () => reader.trialsByNumbers(trials.map(({ experimentId, number }) => ({ experimentId, number }))),
      attempts: () => reader.attemptsOf(ids),
      reports: () => reader.reportsOf(ids, 9),
      artifacts: () => reader.artifactsOf(ids),
      scored: () => reader.scoredParams([experiment.id, other.id], 50),
      baselines: () => reader.trialsOfMode([experiment.id, other.id], 'baseline'),
      runs: () => reader.newestRuns([experiment.id, other.id], 50),
      experiments: () => reader.experiments({ workspaceId, first: 50 }),
      frozen: () => reader.frozenExperiments([experiment.id, other.id]),
      costs: () => reader.costs([experiment.id, other.id]),
      histories: () => reader.histories([experiment.id, other.id]),
      objectives: () => reader.objectives([experiment.id, other.id]),
      fronts: () => reader.fronts([experiment.id, other.id]),
      curves: () => reader.curves({ experimentIds: [experiment.id, other.id], metric: 'score', maxTrials: 50 }),
    };
    for (const [name, call] of Object.entries(calls)) {
      statements = 0;
      await call();
      expect([name, statements]).toEqual([name, 1]);
    }
  });
});

describe('rows by key', () => {
  it('come back for ids and numbers', async () => {
    const some = trials.slice(3, 6);
    const byNumber = (a: Trial, b: Trial) => a.number - b.number;
    expect([...(await reader.trialsByIds(some.map(({ id }) => id)))].sort(byNumber)).toEqual(some);
    const keys = [
      ...some.map(({ experimentId, number }) => ({ experimentId, number })),
      { experimentId: other.id, number: 999 },
    ];
    expect([...(await reader.trialsByNumbers(keys))].sort(byNumber)).toEqual(some);
    expect(await reader.trialsByIds([])).toEqual([]);
    expect(await reader.trialsByNumbers([])).toEqual([]);
    const finals = await reader.trialsOfMode([experiment.id], 'final');
    expect(finals).toEqual(trials.filter((trial) => trial.mode === 'final'));
    expect(await reader.attemptsOf(attempts.slice(0, 1).map(({ trialId }) => trialId))).toEqual(attempts.slice(0, 1));
  });

  it('come back as what a trial is built on, oldest first, however it is linked', async () => {
    const family = experimentRow(workspaceId);
    const links: readonly Partial<Pick<Trial, 'parent' | 'builtOn' | 'mode'>>[] = [
      {},
      {},
      { builtOn: [0, 1] },
      { parent: 2, builtOn: [1] },
      { builtOn: [2] },
      { parent: 4, mode: 'final' },
      { builtOn: [6] },
    ];
    const members = links.map((link, number) => waitingRow(family.id, number, link));
    await database.experiments.insert(family, async (tx) => {
      for (const member of members) await tx.insertTrial(member);
    });
    const idOf = (number: number) => members[number]?.id ?? '';
    const chains = async (numbers: readonly number[], most = 100) => {
      const lineages = await reader.lineages(numbers.map(idOf), most);
      return numbers.map((number) => lineages.get(idOf(number))?.map((trial) => trial.number));
    };
    expect(await chains([5, 3, 0])).toEqual([[0, 2, 4, 5], [0, 2, 3], [0]]);
    expect(await chains([5], 2)).toEqual([[4, 5]]);
    // Nothing that is built on itself can be in the ledger; if it were, it would not be followed for ever.
    expect(await chains([6])).toEqual([[6]]);
    const lineages = await reader.lineages([idOf(2)], 100);
    expect(lineages.get(idOf(2))?.[1]).toEqual(members[2]);
    expect((await reader.lineages([randomUUID()], 100)).size).toBe(1);
    await runSql(server.url, 'delete from experiments where id = $1', [family.id]);
  });

  it('come back as params with a value, of ordinary trials that ran all their steps, newest first', async () => {
    const wanted = trials
      .filter(isEnded)
      .filter(
        ({ mode, state, violation, values, fidelity }) =>
          mode === null &&
          state === 'complete' &&
          violation === 0 &&
          values !== null &&
          (fidelity ?? experiment.maxStep) >= experiment.maxStep,
      )
      .map(({ params, values }) => ({ params, value: values?.[0] }))
      .toReversed();
    expect(wanted.length).toBeGreaterThan(3);
    expect((await reader.scoredParams([experiment.id], 2000)).get(experiment.id)).toEqual(wanted);
    const unknown = randomUUID();
    const few = await reader.scoredParams([unknown, experiment.id], 3);
    expect([few.get(unknown), few.get(experiment.id)]).toEqual([[], wanted.slice(0, 3)]);
  });

  it('come back as what never changes of an experiment', async () => {
    const { id, spec, context, maxStep } = experiment;
    expect(await reader.frozenExperiments([id])).toEqual([{ id, workspaceId, spec, context, maxStep }]);
    expect(await reader.frozenExperiments([randomUUID()])).toEqual([]);
  });

  it('come back as the newest reports of each trial, over all its attempts', async () => {
    const [first, second] = attempts;
    if (first === undefined || second === undefined) throw new Error('there are attempts');
    const again: Attempt = { ...first, id: randomUUID(), epoch: 2 };
    await database.experiments.transaction(experiment.id, async (tx) => {
      await tx.insertAttempt(again);
      const report = { trialId: again.trialId, attemptId: again.id, metrics: { score: 1 }, at: someTime + 9 };
      await tx.putReports([
        { ...report, step: 1 },
        { ...report, step: 2 },
      ]);
    });
    const found = await reader.reportsOf([first.trialId, second.trialId], 3);
    const stepsOf = (attempt: Attempt) =>
      found.filter(({ attemptId }) => attemptId === attempt.id).map(({ step }) => step);
    expect([stepsOf(first), stepsOf(again), stepsOf(second)]).toEqual([[3], [1, 2], [1, 2, 3]]);
    expect(found.find(({ attemptId, step }) => attemptId === again.id && step === 2)).toEqual({
      trialId: again.trialId,
      attemptId: again.id,
      step: 2,
      metrics: { score: 1 },
      at: someTime + 9,
    });
    await runSql(server.url, 'delete from attempts where id = $1', [again.id]);
  });

  it('tell when the newest trials of the search ran', async () => {
    const ran = trials.flatMap((trial) => {
      if (!isOfSearch(trial) || trial.state === 'waiting' || trial.startedAt === null) return [];
      const { experimentId, startedAt } = trial;
      return [{ experimentId, startedAt, finishedAt: isEnded(trial) ? trial.finishedAt : null }];
    });
    expect(await reader.newestRuns([experiment.id], 500)).toEqual(ran.toReversed());
    const runs = await reader.newestRuns([other.id, experiment.id, randomUUID()], 3);
    expect(runs.filter(({ experimentId }) => experimentId === experiment.id)).toEqual(ran.slice(-3).toReversed());
    expect(runs.length).toBeLessThanOrEqual(6);
    expect(await reader.newestRuns([], 3)).toEqual([]);
  });

  it('tell the workspace of an artifact', async () => {
    const [attempt] = attempts;
    if (attempt === undefined) throw new Error('there are attempts');
    const link = { name: 'log', kind: 'log', digest: `sha256:${'a'.repeat(64)}`, bytes: 5 } as const;
    await database.experiments.transaction(experiment.id, (tx) => tx.putArtifacts(attempt.trialId, attempt.id, [link]));
    expect(await reader.artifactsOf([attempt.trialId])).toEqual([
      { ...link, trialId: attempt.trialId, attemptId: attempt.id },
    ]);
    expect(await reader.ownsArtifact(workspaceId, link.digest)).toBe(true);
    expect(await reader.ownsArtifact(randomUUID(), link.digest)).toBe(false);
    expect(await reader.ownsArtifact(workspaceId, 'sha256:other')).toBe(false);
  });
});

describe('charts', () => {
  it('give histories as columns', async () => {
    const expected = trials
      .filter(isEnded)
      .filter((trial) => ['complete', 'pruned'].includes(trial.state) && trial.values && isOfSearch(trial));
    const histories = await reader.histories([experiment.id, other.id]);
    expect(histories.get(experiment.id)).toEqual({
      number: expected.map((trial) => trial.number),
      value: expected.map(valueOf),
      state: expected.map((trial) => trial.state),
      fidelity: expected.map((trial) => trial.fidelity),
      candidate: expected.map((trial) => trial.state === 'complete' && trial.mode === null && trial.violation === 0),
    });
    expect(new Set(histories.get(experiment.id)?.candidate)).toEqual(new Set([true, false]));
    const alone = await reader.histories([other.id]);
    expect(alone.get(other.id)?.number.length).toBeGreaterThan(0);
    expect(histories.get(other.id)).toEqual(alone.get(other.id));
    const nobody = randomUUID();
    expect(await reader.histories([nobody])).toEqual(
      new Map([[nobody, { number: [], value: [], state: [], fidelity: [], candidate: [] }]]),
    );
  });

  it('give the values of all objectives as columns, and the fronts', async () => {
    const expected = trials
      .filter(isEnded)
      .filter((trial) => ['complete', 'pruned'].includes(trial.state) && trial.values && isOfSearch(trial));
    const nobody = randomUUID();
    const objectives = await reader.objectives([experiment.id, nobody]);
    expect(objectives.get(experiment.id)).toEqual({
      number: expected.map((trial) => trial.number),
      values: expected.map((trial) => trial.values),
      state: expected.map((trial) => trial.state),
      fidelity: expected.map((trial) => trial.fidelity),
      candidate: expected.map((trial) => trial.state === 'complete' && trial.mode === null && trial.violation === 0),
    });
    expect(objectives.get(nobody)?.number).toEqual([]);
    const fronts = await reader.fronts([experiment.id, other.id, nobody]);
    expect(fronts.get(experiment.id)).toEqual(trials.filter(isOnFront).map(frontMember));
    expect(fronts.get(other.id)).toEqual([0].map((number) => ({ number, values: [0, 1], steps: 4 })));
    expect(fronts.get(nobody)).toEqual([]);
  });

  const curvesOf = async (query: Partial<CurvesQuery>) => {
    const experimentIds = query.experimentIds ?? [experiment.id];
    const found = await reader.curves({ metric: 'score', maxTrials: 50, ...query, experimentIds });
    return experimentIds.map((id) => found.get(id));
  };
  const bestFirst = () =>
    trials
      .filter((trial) => valueOf(trial) !== null)
      .toSorted(
        (a, b) =>
          (b.fidelity ?? experiment.maxStep) - (a.fidelity ?? experiment.maxStep) ||
          (valueOf(b) ?? 0) - (valueOf(a) ?? 0) ||
          a.number - b.number,
      );

  it('give curves of the best trials and of all that run', async () => {
    const running = trials.filter((trial) => trial.state === 'running').map((trial) => trial.number);
    const best = bestFirst().slice(0, 3);
    const most = running.length + 3;
    const [own] = await curvesOf({ maxTrials: most });
    expect(own?.totalCount).toBe(attempts.length);
    expect(own?.curves.map((curve) => curve.trialNumber)).toEqual([...running, ...best.map(({ number }) => number)]);
    expect(own?.curves[0]).toMatchObject({
      state: 'running',
      objective: null,
      step: [1, 2, 3],
      value: [0.1, null, 0.3],
    });
    expect(own?.curves.slice(-3).map((curve) => curve.objective)).toEqual(best.map(valueOf));
    expect((await curvesOf({ maxTrials: 1 }))[0]?.curves).toHaveLength(running.length);
    expect(await curvesOf({ metric: 'no such metric' })).toEqual([{ curves: [], totalCount: 0 }]);
    const [others] = await curvesOf({ maxTrials: most, experimentIds: [other.id] });
    expect(others?.curves.length).toBeGreaterThan(0);
    expect(await curvesOf({ maxTrials: most, experimentIds: [other.id, experiment.id] })).toEqual([others, own]);
  });
});

describe('lists of experiments', () => {
  it('page, sort, filter and count within a workspace', async () => {
    const names = ['100% sure', 'Beta_2', 'alpha', 'beta 1'];
    const made = names.map((name, i) => {
      const row = experimentRow(workspaceId, { createdAt: someTime + 10 + i, state: i === 0 ? 'paused' : 'complete' });
      return { ...row, spec: { ...row.spec, name, searcher: { name: i < 2 ? 'tpe' : 'evolution', options: {} } } };
    });
    for (const one of made) await database.experiments.insert(one);
    const list = async (query: Partial<Parameters<ExperimentReader['experiments']>[0]>) =>
      (await reader.experiments({ workspaceId, first: 50, ...query })).items.map(({ node }) => node.spec.name);
    expect((await list({})).slice(0, 4)).toEqual(names.toReversed());
    expect(await list({ filter: { nameContains: 'BETA' }, sort: { field: 'createdAt', order: 'ASC' } })).toEqual([
      'Beta_2',
      'beta 1',
    ]);
    expect(await list({ filter: { nameContains: '0%' } })).toEqual(['100% sure']);
    expect(await list({ filter: { nameContains: '_' } })).toEqual(['Beta_2']);
    expect(await list({ filter: { searcherIn: ['tpe'], stateIn: ['paused'] } })).toEqual(['100% sure']);
    const idIn = [...made.slice(1, 3).map(({ id }) => id), randomUUID(), 'no id'];
    expect(await list({ filter: { idIn } })).toEqual(['alpha', 'Beta_2']);
    expect(await list({ filter: { idIn }, workspaceId: randomUUID() })).toEqual([]);
    expect(await list({ filter: { idIn: [] } })).toEqual([]);
    expect(await list({ filter: { objective: { metric: 'score', direction: 'maximize' } } })).toHaveLength(6);
    expect(await list({ filter: { objective: { metric: 'score', direction: 'minimize' } } })).toEqual([]);
    expect(await list({ filter: { objective: { metric: 'loss', direction: 'maximize' } } })).toEqual([]);
    expect(
      await reader.countExperiments(workspaceId, { or: [{ searcherIn: ['tpe'] }, { nameContains: 'alpha' }] }),
    ).toBe(3);
    expect(await reader.countExperiments(workspaceId)).toBe(6);
    expect(await list({ workspaceId: randomUUID() })).toEqual([]);
    const one = await reader.experiments({ workspaceId, first: 2, sort: { field: 'name', order: 'ASC' } });
    const two = await reader.experiments({
      workspaceId,
      first: 9,
      sort: { field: 'name', order: 'ASC' },
      after: one.items[1]?.cursor ?? '',
    });
    expect(one.hasNextPage).toBe(true);
    expect([...one.items, ...two.items].map(({ node }) => node.id)).toHaveLength(6);
    expect(new Set([...one.items, ...two.items].map(({ node }) => node.id)).size).toBe(6);
    expect(two.items[0]?.node).toEqual(await database.experiments.find(two.items[0]?.node.id ?? ''));
  });
});

describe('networks', () => {
  it('come with the complete trials of those that were judged by shared weights and trained from scratch', async () => {
    const search = experimentRow(workspaceId);
    await database.experiments.insert(search);
    const made: Trial[] = [];
    const add = (params: Params, change: Partial<EndedTrial>) =>
      made.push(endedRow(waitingRow(search.id, made.length, { params }), { values: [made.length / 10, 1], ...change }));
    const judged = { mode: 'shared-weights' };
    add({ a: 'skip', b: 1 }, judged);
    add({ a: 'conv', b: 1 }, judged);
    add({ a: 'none', b: 1 }, judged);
    add({ a: 'pool', b: 1 }, { ...judged, state: 'failed', values: null });
    // The same params in another order of their names.
    add({ b: 1, a: 'skip' }, { mode: null });
    add({ a: 'conv', b: 1 }, { mode: null, state: 'pruned' });
    add({ a: 'pool', b: 1 }, { mode: null });
    add({ a: 'none', b: 1 }, { mode: 'final' });
    add({ a: 'only trained', b: 1 }, { mode: null });
    add({ a: 'skip', b: 1 }, judged);
    await database.experiments.transaction(search.id, async (tx) => {
      for (const trial of made) await tx.insertTrial(trial);
    });
    const found = await reader.networkTrials([search.id, other.id]);
    const row = ({ number, state, mode, params }: Trial) => ({ number, state, mode, params, values: [number / 10, 1] });
    expect(found.get(search.id)).toEqual([0, 4, 9].map((number) => row(made[number] as Trial)));
    expect(found.get(other.id)).toEqual([]);
  });
});
