import { describe, expect, it } from '@jest/globals';
import { createBench } from './testing/bench.js';
import { sphereLoss } from './testing/sphere-task.js';

describe('a search', () => {
  it('runs its budget of trials and completes with the best of them', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    expect(await bench.runAll()).toEqual([0, 1, 2, 3, 4, 5]);
    const experiment = await bench.experiment(id);
    expect(experiment).toMatchObject({ state: 'complete', phase: 'final', failure: null, nextTrialNumber: 6 });
    expect(experiment.counts).toMatchObject({ waiting: 0, running: 0, complete: 6 });
    const trials = await bench.store.trials(id);
    const losses = trials.map((trial) => sphereLoss(trial.params));
    expect(experiment.bestValues).toEqual([Math.min(...losses)]);
    expect(experiment.bestTrial).toBe(losses.indexOf(Math.min(...losses)));
  });

  it('keeps as many trials waiting or running as its parallelism, and hands them to several runners', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 10, maxParallel: 3 } });
    const claims = [...(await bench.claim(2, 'one')), ...(await bench.claim(2, 'two'))];
    expect(claims.map((claim) => claim.number)).toEqual([0, 1, 2]);
    expect((await bench.experiment(id)).counts).toMatchObject({ waiting: 0, running: 3 });
    const [first] = claims;
    if (first === undefined) throw new Error('there are three claims');
    await bench.complete(first);
    expect((await bench.experiment(id)).counts).toMatchObject({ waiting: 1, running: 2, complete: 1 });
  });

  it('tells a claim all that a runner needs', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 1, maxTrialSeconds: 60 }, seed: 9 });
    const claim = await bench.claimOne();
    expect(claim).toMatchObject({
      experimentId: id,
      number: 0,
      epoch: 1,
      mode: null,
      task: { name: 'sphere', settings: { steps: 3, data: 'here' } },
      context: { inputShape: [1, 1, 1], classes: 2 },
      seed: 9,
      maxSeconds: 60,
      leaseMs: 30_000,
    });
    const [attempt] = await bench.store.attempts(claim.trialId);
    expect(attempt).toMatchObject({ runnerId: 'runner-one', device: 'test', state: 'running', epoch: 1 });
  });

  it('gives the same trials for the same seed, and others for another', async () => {
    const paramsOf = async (seed: number) => {
      const bench = createBench();
      const { id } = await bench.create({ seed });
      await bench.runAll();
      return (await bench.store.trials(id)).map((trial) => trial.params);
    };
    const first = await paramsOf(1);
    expect(await paramsOf(1)).toEqual(first);
    expect(await paramsOf(2)).not.toEqual(first);
  });

  it.each(['uniform', 'climb', 'generations', 'five'])(
    'of %s is reproduced by a replay of its history',
    async (name) => {
      const bench = createBench();
      const { id } = await bench.create({ searcher: { name }, budget: { maxTrials: 9, maxParallel: 4 } });
      // Four in parallel, the last claimed first finished.
      for (let claims = await bench.claim(4); claims.length > 0; claims = await bench.claim(4)) {
        for (const claim of claims.toReversed()) await bench.complete(claim);
      }
      const expected = name === 'five' ? 5 : 9;
      expect((await bench.experiment(id)).counts.complete).toBe(expected);
      expect(await bench.service.replay(id)).toEqual({ suggestions: expected, mismatches: [] });
    },
  );

  it('finds the suggestion that a replay does not reproduce', async () => {
    const bench = createBench();
    const { id } = await bench.create();
    await bench.runAll();
    const [, second] = await bench.store.trials(id);
    if (second === undefined) throw new Error('there are six trials');
    const tampered = { ...bench.store, trials: async () => (await bench.store.trials(id)).map(forged) };
    function forged<T extends { number: number }>(trial: T): T {
      return trial.number === 1 ? { ...trial, params: { 'hp.x': 0.5, 'hp.y': 0.5 } } : trial;
    }
    const { mismatches } = await createBench({ store: tampered }).service.replay(id);
    expect(mismatches[0]).toMatchObject({ number: 1, replayed: { params: second.params } });
  });

  it('does not ask again after exhausted, and completes', async () => {
    const bench = createBench();
    const { id } = await bench.create({ searcher: { name: 'five' }, budget: { maxTrials: 50, maxParallel: 3 } });
    expect(await bench.runAll()).toHaveLength(5);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', exhausted: true });
  });

  it('waits when the searcher waits', async () => {
    const bench = createBench();
    await bench.create({ searcher: { name: 'generations' }, budget: { maxTrials: 9, maxParallel: 5 } });
    const generation = await bench.claim(9);
    expect(generation).toHaveLength(3);
    const [first, ...others] = generation;
    if (first === undefined) throw new Error('there are three claims');
    await bench.complete(first);
    expect(await bench.claim(9)).toEqual([]);
    for (const claim of others) await bench.complete(claim);
    expect(await bench.claim(9)).toHaveLength(3);
  });

  it('of 500 trials ends them all', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 500, maxParallel: 4 } });
    for (let claims = await bench.claim(4); claims.length > 0; claims = await bench.claim(4)) {
      for (const claim of claims) {
        await bench.service.report(claim, [{ step: 1, metrics: { loss: sphereLoss(claim.params) } }]);
        await bench.complete(claim);
      }
    }
    expect((await bench.experiment(id)).counts.complete).toBe(500);
  });
});
