import { describe, expect, it } from '@jest/globals';
import { createBench } from '../testing/bench.js';

const units = { type: 'int', low: 1, high: 10 };
const withUnits = { hp: { x: { type: 'float', low: 0, high: 1 }, units } };

describe('the end of a search', () => {
  it('retrains the best distinct winners once, outside of the budget and unseen by the searcher', async () => {
    const bench = createBench();
    const { id } = await bench.create({ final: { top: 2 }, budget: { maxTrials: 5, maxParallel: 1 } });
    expect(await bench.runAll()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const trials = await bench.store.trials(id);
    const experiment = await bench.experiment(id);
    const [first, second] = trials.slice(5);
    expect(first).toMatchObject({ mode: 'final', parent: experiment.bestTrial, state: 'complete' });
    expect(first?.params).toEqual(trials[experiment.bestTrial ?? -1]?.params);
    expect(second).toMatchObject({ mode: 'final', state: 'complete', values: null });
    expect(second?.parent).not.toBe(first?.parent);
    expect(experiment).toMatchObject({
      state: 'complete',
      phase: 'final',
      counts: { complete: 5 },
      nextTrialNumber: 7,
    });
    const types = (await bench.store.events(id, 0, 200)).map(({ type }) => type);
    const once = ['trial.created', 'trial.running', 'trial.finished'];
    expect(types.slice(types.indexOf('experiment.finalizing'))).toEqual([
      'experiment.finalizing',
      ...once,
      ...once,
      'experiment.completed',
    ]);
    expect(await bench.service.replay(id)).toEqual({ suggestions: 5, mismatches: [] });

    await bench.service.extend(id, 1);
    await bench.runAll();
    const finals = (await bench.store.trials(id)).filter((trial) => trial.mode === 'final');
    expect(new Set(finals.map((trial) => trial.parent)).size).toBe(finals.length);
  });

  it('keeps to the parallelism when it is extended while winners are retrained', async () => {
    const bench = createBench();
    const { id } = await bench.create({ final: { top: 2 }, budget: { maxTrials: 2, maxParallel: 2 } });
    for (const claim of await bench.claim(2)) await bench.complete(claim);
    const finals = await bench.claim(2);
    expect(finals.map(({ mode }) => mode)).toEqual(['final', 'final']);
    const unfinished = () => bench.store.transaction(id, (tx) => tx.unfinishedTrials());

    await bench.service.extend(id, 4);
    expect((await unfinished()).map(({ mode }) => mode)).toEqual(['final', 'final']);
    for (const claim of finals) {
      await bench.complete(claim);
      expect(await unfinished()).toHaveLength(2);
    }
    await bench.runAll();
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', counts: { complete: 6 } });
    expect((await bench.service.replay(id)).mismatches).toEqual([]);
  });

  it('goes on when a retrained winner fails', async () => {
    const bench = createBench();
    const { id } = await bench.create({ final: { top: 1 }, budget: { maxTrials: 1 } });
    await bench.complete(await bench.claimOne());
    const final = await bench.claimOne();
    expect(final.mode).toBe('final');
    const failure = { code: 'error', message: 'no' };
    await bench.service.finish(final, { kind: 'failed', failure, retry: false, artifacts: [] });
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', counts: { complete: 1, failed: 0 } });
  });

  it('fails trials that did not measure the objective, and names it', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 3, maxParallel: 3 } });
    const [a, b, c] = await bench.claim(3);
    if (!a || !b || !c) throw new Error('there are three claims');
    await bench.service.finish(a, { kind: 'complete', metrics: { los: 1 }, artifacts: [] });
    await bench.service.finish(b, { kind: 'complete', metrics: { loss: Number.POSITIVE_INFINITY }, artifacts: [] });
    await bench.service.finish(c, { kind: 'complete', metrics: { loss: null }, artifacts: [] });
    const [first, second] = await bench.store.trials(id);
    expect(first).toMatchObject({
      state: 'failed',
      values: null,
      failure: { code: 'bad-input', message: 'it did not measure loss; it measured los, units' },
    });
    expect(second).toMatchObject({ state: 'failed', failure: { code: 'diverged' } });
    const { failure, state } = await bench.experiment(id);
    expect(state).toBe('failed');
    expect(failure).toMatch(/^none of 3 trials completed; the most common failure \(2 of 3\) is diverged: loss is not/);
  });

  it('never takes an infeasible trial for the best', async () => {
    const bench = createBench();
    const { id } = await bench.create({
      constraints: [{ metric: 'loss', min: 0.1 }],
      budget: { maxTrials: 2, maxParallel: 2 },
      final: { top: 1 },
    });
    const [a, b] = await bench.claim(2);
    if (!a || !b) throw new Error('there are two claims');
    await bench.service.finish(a, { kind: 'complete', metrics: { loss: 0.04 }, artifacts: [] });
    await bench.service.finish(b, { kind: 'complete', metrics: { loss: 0.5 }, artifacts: [] });
    const [broken] = await bench.store.trials(id);
    expect(broken).toMatchObject({ state: 'complete', values: [0.04] });
    expect((broken as { violation: number }).violation).toBeCloseTo(0.06);
    expect(await bench.experiment(id)).toMatchObject({ bestTrial: 1, bestValues: [0.5] });
    expect((await bench.claimOne()).params).toEqual(b.params);
  });

  it('does not spend budget on designs that break a constraint before training', async () => {
    const bench = createBench();
    const { id } = await bench.create({
      space: withUnits,
      searcher: { name: 'uniform' },
      constraints: [{ metric: 'units', max: 2 }],
      budget: { maxTrials: 8, maxParallel: 2 },
    });
    await bench.runAll();
    const trials = await bench.store.trials(id);
    expect(trials.every((trial) => Number(trial.params['hp.units']) <= 2)).toBe(true);
    expect((await bench.experiment(id)).counts).toMatchObject({ complete: 8 });
  });

  it('fails clearly when nothing of the space is feasible', async () => {
    const bench = createBench();
    const { id } = await bench.create({
      space: withUnits,
      searcher: { name: 'uniform' },
      constraints: [{ metric: 'units', max: 0 }],
      budget: { maxTrials: 3, maxParallel: 2 },
    });
    const experiment = await bench.experiment(id);
    expect(experiment.state).toBe('failed');
    expect(experiment.failure).toBe(
      '100 suggestions in a row broke the constraints (units ≤ 0); loosen them or give the space smaller designs',
    );
    expect(experiment.counts).toMatchObject({ infeasible: 100, waiting: 0, running: 0 });
    const [first] = await bench.store.trials(id);
    expect(first).toMatchObject({ state: 'infeasible', startedAt: null, epoch: 0 });
  });

  it.each([
    ['throws', /^searcher faulty broke: no idea/],
    ['leaves', /^searcher faulty suggested params that are no point of the space/],
    ['waits', /^searcher faulty waits for a trial, but none is waiting or running/],
  ])('comes early, with a reason, when the searcher %s', async (how, reason) => {
    const bench = createBench();
    const searcher = { name: 'faulty', options: { how } };
    const { id } = await bench.create({ searcher, budget: { maxTrials: 9, maxParallel: 2 } });
    const running = await bench.claimOne();
    await bench.complete(await bench.claimOne());
    await bench.complete(running);
    const third = await bench.claim();
    for (const claim of third) await bench.complete(claim);
    const experiment = await bench.experiment(id);
    expect(experiment.state).toBe('failed');
    expect(experiment.failure).toMatch(reason);
    expect(experiment.counts).toMatchObject({ waiting: 0, running: 0 });
  });

  it('does not come because the search host failed: nothing has happened then, and the finish can be repeated', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    const claim = await bench.claimOne();
    const before = await bench.experiment(id);
    bench.beforeAsk(async () => Promise.reject(new Error('the thread is gone')));
    await expect(bench.complete(claim)).rejects.toMatchObject({
      code: 'retry',
      message: 'the searcher could not be asked: the thread is gone',
    });
    expect(await bench.experiment(id)).toEqual(before);
    bench.beforeAsk(null);
    expect(await bench.complete(claim)).toBe(true);
    await bench.runAll();
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', counts: { complete: 6 } });
  });
});
