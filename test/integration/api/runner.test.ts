import { randomUUID } from 'node:crypto';
import type { Claim, TrialSource } from '@cambium/core';
import { createRemoteTrialSource } from '@cambium/graphql';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connectLive } from './support/live.js';
import { createExperiment, lrSearch } from './support/specs.js';
import { startTestApi, type TestApi } from './support/test-api.js';

/** Long enough for a busy machine, short enough to wait for. */
const leaseMs = 4_000;
const created: string[] = [];
let test: TestApi;
let source: TrialSource;
const runner = { id: randomUUID(), name: 'bench', slots: [{ kind: 'cpu', name: 'core 0' }] };

beforeAll(async () => {
  test = await startTestApi({ leaseMs, superviseMs: 200 });
  source = createRemoteTrialSource({ url: test.api.url, token: test.runnerToken });
}, 60_000);
afterAll(() => test.stop());
// A test that failed half-way leaves no trial for the next one.
afterEach(async () => {
  for (const id of created.splice(0)) {
    await test.graphql('mutation ($id: ID!) { stopExperiment(id: $id) { errors { code } } }', { id });
  }
});

async function create(changes: object): Promise<string> {
  const { data } = await test.graphql(createExperiment, { spec: { ...lrSearch, ...changes } });
  expect(data.createExperiment.errors).toEqual([]);
  const { id } = data.createExperiment.experiment;
  created.push(id);
  return id;
}

async function claimOne(): Promise<Claim> {
  const [claim] = await source.claim(runner, 1, { waitMs: 20_000 });
  if (claim === undefined) throw new Error('no trial within 20 s');
  return claim;
}

const trialOf = async ({ trialId }: Claim) =>
  (
    await test.graphql(
      `query ($id: ID!) { trial(id: $id) { state values metrics lastStep durationMs
        attempts { epoch state runnerName } reports { step metrics } } }`,
      { id: trialId },
    )
  ).data.trial;

const complete = (accuracy: number) => ({
  kind: 'complete' as const,
  metrics: { val_accuracy: accuracy, val_loss: 1 - accuracy },
  artifacts: [],
});

describe('a runner', () => {
  it('takes a search from its first trial to its end', async () => {
    const id = await create({ budget: { maxTrials: 4, maxParallel: 1 } });
    for (let number = 0; number < 4; number++) {
      const claim = await claimOne();
      expect(claim).toMatchObject({ experimentId: id, number, epoch: 1, leaseMs });
      const metrics = { val_accuracy: 0.5 + number / 10, val_loss: 0.5 };
      expect(await source.report(claim, [{ step: 1, metrics }])).toBe('continue');
      expect((await trialOf(claim)).state).toBe('running');
      expect(await source.finish(claim, complete(0.5 + number / 10))).toBe(true);
    }
    const { data } = await test.graphql(
      `query ($id: ID!) { experiment(id: $id) { state counts { complete running waiting } etaMs
        bestTrial { number values state reports { step metrics } attempts { state runnerName } }
        history { number value best totalCount lastSeq }
        curves(metric: "val_accuracy") { totalCount lastSeq curves { trialNumber objective step value } }
        some: curves(metric: "val_accuracy", maxTrials: 1, filter: { number: { max: 2 } }, keep: [0, 3]) {
          totalCount curves { trialNumber } }
        late: history(filter: { stateIn: [complete], number: { min: 2 } }) { number totalCount }
        lastSeq trials(sort: { field: value, order: DESC }, first: 2) { totalCount lastSeq edges { node { number } } } } }`,
      { id },
    );
    expect(data.experiment).toMatchObject({
      state: 'complete',
      etaMs: null,
      counts: { complete: 4, running: 0, waiting: 0 },
      bestTrial: { number: 3, state: 'complete', attempts: [{ state: 'finished', runnerName: 'bench' }] },
      history: { number: [0, 1, 2, 3], totalCount: 4 },
    });
    expect(data.experiment.bestTrial.values[0]).toBeCloseTo(0.8);
    expect(data.experiment.history.best.at(-1)).toBeCloseTo(0.8);
    expect(data.experiment.curves.totalCount).toBe(4);
    expect(data.experiment.curves.curves[0]).toMatchObject({ trialNumber: 3, step: [1] });
    expect(data.experiment.curves.curves[0].objective).toBeCloseTo(0.8);
    expect(data.experiment.some).toEqual({ totalCount: 3, curves: [{ trialNumber: 2 }, { trialNumber: 0 }] });
    expect(data.experiment.late).toEqual({ number: [2, 3], totalCount: 2 });
    const { lastSeq, history, curves, trials } = data.experiment;
    expect([history.lastSeq, curves.lastSeq, trials.lastSeq]).toEqual([lastSeq, lastSeq, lastSeq]);
    expect(data.experiment.trials.edges.map(({ node }: { node: { number: number } }) => node.number)).toEqual([3, 2]);
  }, 60_000);

  it('shows up among the runners', async () => {
    const { data } = await test.graphql('{ runners { id name alive slots { kind name } } }');
    expect(data.runners).toContainEqual({ id: runner.id, name: 'bench', alive: true, slots: runner.slots });
  });

  it('that dies loses its trial to the next one, and can not write any more', async () => {
    await create({ budget: { maxTrials: 1, maxParallel: 1, maxAttempts: 3 } });
    const first = await claimOne();
    await source.report(first, [{ step: 1, metrics: { val_accuracy: 0.1, val_loss: 1 } }]);
    const second = await claimOne();
    expect(second).toMatchObject({ trialId: first.trialId, epoch: 2 });

    expect(await source.report(first, [{ step: 2, metrics: { val_accuracy: 0.2, val_loss: 1 } }])).toBe('cancel');
    expect(await source.heartbeat(first)).toBe('cancel');
    expect(await source.finish(first, complete(0.99))).toBe(false);
    expect(await source.finish(second, complete(0.6))).toBe(true);
    const trial = await trialOf(second);
    expect(trial).toMatchObject({ state: 'complete', attempts: [{ state: 'lost' }, { state: 'finished' }] });
    expect(trial.values[0]).toBeCloseTo(0.6);
  }, 60_000);

  it('keeps its lease by heartbeats', async () => {
    await create({ budget: { maxTrials: 1, maxParallel: 1 } });
    const claim = await claimOne();
    for (let i = 0; i < 6; i++) {
      await new Promise((resolve) => setTimeout(resolve, leaseMs / 4));
      expect(await source.heartbeat(claim)).toBe('continue');
    }
    expect(await source.finish(claim, complete(0.7))).toBe(true);
  }, 60_000);

  it('is told to drop its trial when the experiment is stopped', async () => {
    const id = await create({ budget: { maxTrials: 2, maxParallel: 1 } });
    const claim = await claimOne();
    await test.graphql('mutation ($id: ID!) { stopExperiment(id: $id) { errors { code } } }', { id });
    expect(await source.heartbeat(claim)).toBe('cancel');
    await source.finish(claim, { kind: 'cancelled' });
    expect((await trialOf(claim)).state).toBe('cancelled');
  });

  it('that goes away while it waits takes nothing with it', async () => {
    const abort = new AbortController();
    const waiting = source.claim(runner, 1, { waitMs: 20_000, signal: abort.signal });
    await new Promise((resolve) => setTimeout(resolve, 200));
    abort.abort();
    expect(await waiting).toEqual([]);
    await create({ budget: { maxTrials: 1, maxParallel: 1 } });
    const claim = await claimOne();
    expect(claim.epoch).toBe(1);
    await source.finish(claim, complete(0.5));
  });

  it.each([
    ['a step of 0', [{ step: 0, metrics: {} }]],
    ['a metric that is text', [{ step: 1, metrics: { val_loss: 'low' } }]],
    ['no entry', []],
  ])('is told what is wrong with %s', async (_what, entries) => {
    const claim = { experimentId: randomUUID(), trialId: randomUUID(), attemptId: randomUUID(), epoch: 1 };
    const query = 'mutation ($r: [TrialReportInput!]!) { reportTrials(reports: $r) }';
    const { errors } = await test.graphql(query, { r: [{ claim, entries }] }, test.runner);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(/entries/);
  });

  it('is answered cancel for what is not there', async () => {
    const claim = { experimentId: randomUUID(), trialId: randomUUID(), attemptId: 'x', epoch: 1 };
    expect(await source.report(claim, [{ step: 1, metrics: {} }])).toBe('cancel');
    expect(await source.finish({ ...claim, attemptId: randomUUID() }, { kind: 'cancelled' })).toBe(false);
  });
});

describe('live', () => {
  const events = `subscription ($id: ID!, $afterSeq: Int) { experimentEvents(id: $id, afterSeq: $afterSeq) {
    lastSeq events { seq type trialNumber } experiment { state counts { complete } } trials { number state } } }`;

  it('replays what was missed, follows to the end, and numbers events without a gap', async () => {
    const id = await create({ budget: { maxTrials: 3, maxParallel: 1 } });
    const live = connectLive(test.api.url, test.owner);
    const seen: { seq: number; type: string }[] = [];
    let last: { experiment: { state: string; counts: { complete: number } }; trials: { state: string }[] } | undefined;
    const reading = (async () => {
      for await (const { data } of live.subscribe(events, { id, afterSeq: 0 })) {
        seen.push(...data.experimentEvents.events);
        last = data.experimentEvents;
        // Not by the state: a batch has the experiment as it is by then, which may be ahead of its events.
        if (seen.at(-1)?.type === 'experiment.completed') return;
      }
    })();
    for (let i = 0; i < 3; i++) {
      const claim = await claimOne();
      for (const step of [1, 2, 3]) await source.report(claim, [{ step, metrics: { val_accuracy: 0.5, val_loss: 1 } }]);
      await source.finish(claim, complete(0.5));
    }
    await reading;
    expect(last?.experiment.counts.complete).toBe(3);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, i) => i + 1));
    expect(seen.filter(({ type }) => type === 'trial.finished')).toHaveLength(3);

    const middle = seen[4]?.seq ?? 0;
    const { value } = await live.subscribe(events, { id, afterSeq: middle }).next();
    expect(value.data.experimentEvents.events.map(({ seq }: { seq: number }) => seq)).toEqual(
      seen.slice(middle).map(({ seq }) => seq),
    );
    live.close();
  }, 60_000);

  it('says that there is no such experiment', async () => {
    const live = connectLive(test.api.url, test.owner);
    const first = live.subscribe(events, { id: randomUUID() }).next();
    const errors = await first.then(
      ({ value }) => value.errors,
      (error: unknown) => error,
    );
    expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
    live.close();
  });

  it('tells the list of new and changed experiments', async () => {
    const live = connectLive(test.api.url, test.owner);
    const changes = live.subscribe('subscription { experimentChanged { id state } }');
    expect((await changes.next()).value.data).toEqual({ experimentChanged: null });
    const id = await create({ name: 'brand new', budget: { maxTrials: 1, maxParallel: 1 } });
    expect((await changes.next()).value.data.experimentChanged).toMatchObject({ id, state: 'running' });
    live.close();
    await source.finish(await claimOne(), complete(0.5));
  });

  it('tells of the runners: at once, when one connects, and when it works', async () => {
    const live = connectLive(test.api.url, test.owner);
    const stream = live.subscribe('subscription { runnersChanged { id busy alive } }');
    const newcomer = { ...runner, id: randomUUID(), name: 'newcomer' };
    const shown = async () => {
      const { runnersChanged } = (await stream.next()).value.data;
      return runnersChanged.find(({ id }: { id: string }) => id === newcomer.id);
    };
    expect(await shown()).toBeUndefined();
    await source.claim(newcomer, 1, { waitMs: 0 });
    expect(await shown()).toEqual({ id: newcomer.id, busy: 0, alive: true });
    await create({ budget: { maxTrials: 1, maxParallel: 1 } });
    const [claim] = await source.claim(newcomer, 1, { waitMs: 20_000 });
    if (claim === undefined) throw new Error('no trial within 20 s');
    let now = await shown();
    while (now.busy === 0) now = await shown();
    expect(now).toEqual({ id: newcomer.id, busy: 1, alive: true });
    await source.finish(claim, complete(0.5));
    while (now.busy === 1) now = await shown();
    live.close();
  }, 30_000);
});
