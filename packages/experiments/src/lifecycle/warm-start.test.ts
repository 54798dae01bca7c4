import { CambiumError } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { createBench, sphereSpec } from '../testing/bench.js';

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  if (!(error instanceof CambiumError)) throw new Error('it was not refused');
  return error.issues.map(({ path, code }) => `${path.join('.')} ${code}`);
};

describe('a warm start', () => {
  it('evaluates the given points first, completed where they are partial', async () => {
    const bench = createBench();
    const points = [{ 'hp.x': 0.25, 'hp.y': 0.75 }, { 'hp.x': 0.5 }];
    const { id, spec } = await bench.create({ warmStart: { points }, budget: { maxTrials: 5, maxParallel: 2 } });
    await bench.runAll();
    const trials = await bench.store.trials(id);
    expect(trials).toHaveLength(5);
    expect(trials[0]?.params).toEqual(points[0]);
    expect(trials[1]?.params).toEqual({ 'hp.x': 0.5, 'hp.y': spec.warmStart?.points[1]?.['hp.y'] });
    expect(trials[1]?.why).toEqual({ by: 'warm start', point: 1 });
    expect(await bench.service.replay(id)).toEqual({ suggestions: 3, mismatches: [] });
  });

  it('tells the searcher what an earlier experiment found, and runs none of it', async () => {
    const bench = createBench();
    const earlier = await bench.create({ name: 'earlier', searcher: { name: 'uniform' } });
    await bench.runAll();
    const { id } = await bench.create({ warmStart: { experiments: [earlier.id] }, budget: { maxTrials: 3 } });
    expect(await bench.runAll()).toEqual([6, 7, 8]);
    const trials = await bench.store.trials(id);
    expect(trials.slice(0, 6).map(({ mode }) => mode)).toEqual(new Array(6).fill('known'));
    // `climb` mutates the best that it was told of, from its first suggestion on.
    expect(trials[6]?.why).toEqual({ told: 6 });
    const experiment = await bench.experiment(id);
    expect(experiment).toMatchObject({ state: 'complete', counts: { complete: 3 } });
    expect(experiment.bestTrial).toBeGreaterThanOrEqual(6);
    expect(await bench.service.replay(id)).toEqual({ suggestions: 3, mismatches: [] });
  });

  it('refuses what is no point of the space, unknown experiments, and those that found nothing for it', async () => {
    const bench = createBench();
    const empty = await bench.create({ name: 'empty' });
    const create = (warmStart: object) => bench.create(sphereSpec({ warmStart: warmStart as never }));
    expect(await refusal(create({ points: [{ 'hp.x': 0.5 }, { 'hp.x': 7, 'hp.z': 1 }] }))).toEqual([
      'warmStart.points.1.hp.x out-of-range',
      'warmStart.points.1.hp.z unknown-param',
    ]);
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await refusal(create({ experiments: [unknown, empty.id] }))).toEqual([
      'warmStart.experiments.0 unknown-experiment',
      'warmStart.experiments.1 no-results',
    ]);
  });
});

describe('reusing results', () => {
  it('takes over the result of the same design, and ends when there is nothing else', async () => {
    const bench = createBench();
    const space = { hp: { x: { type: 'int', low: 0, high: 1 }, y: { type: 'int', low: 0, high: 1 } } };
    const budget = { maxTrials: 12, maxParallel: 1 };
    const { id } = await bench.create({ space, budget, reuseResults: true, searcher: { name: 'uniform' } });
    const run = await bench.runAll();
    const trials = await bench.store.trials(id);
    expect(trials).toHaveLength(12);
    const designs = new Map(trials.map((trial) => [JSON.stringify(trial.params), trial]));
    expect(run).toHaveLength(designs.size);
    const reused = trials.filter(({ number }) => !run.includes(number));
    expect(reused).toHaveLength(12 - designs.size);
    for (const trial of reused) {
      const { sameAs } = trial.why as { sameAs: number };
      const original = trials[sameAs];
      expect(trial).toMatchObject({ state: 'complete', params: original?.params, startedAt: null });
      expect('values' in trial && trial.values).toEqual(original && 'values' in original && original.values);
    }
    expect((await bench.service.replay(id)).mismatches).toEqual([]);

    await bench.service.extend(id, 500);
    await bench.runAll();
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', exhausted: true });
    expect((await bench.store.trials(id)).length).toBeLessThan(200);
  });
});
