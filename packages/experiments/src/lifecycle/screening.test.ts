import { CambiumError, isEnded } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { createBench, sphereSpec } from '../testing/bench.js';
import { sphereLoss } from '../testing/sphere-task.js';

const screening = { metric: 'guess', candidates: 12, keep: 3 };

describe('a screening', () => {
  it('judges random designs, trains the best of them first, and then asks the searcher', async () => {
    const bench = createBench();
    const budget = { maxTrials: 20, maxParallel: 2 };
    const { id, spec } = await bench.create({ warmStart: { screening }, budget, final: { top: 1 } });
    expect(spec.warmStart?.screening).toEqual({ ...screening, direction: 'maximize' });
    await bench.runAll();
    const trials = await bench.store.trials(id);
    expect(trials.slice(0, 12).map(({ mode }) => mode)).toEqual(new Array(12).fill('proxy'));
    expect(trials.slice(12, 20).map(({ mode }) => mode)).toEqual(new Array(8).fill(null));
    const judged = trials.slice(0, 12);
    for (const trial of judged) expect(trial).toMatchObject({ state: 'complete', values: null });
    const best = judged.toSorted((a, b) => sphereLoss(a.params) - sphereLoss(b.params)).slice(0, 3);
    expect(trials.slice(12, 15).map(({ params }) => params)).toEqual(best.map(({ params }) => params));
    expect(trials[12]?.why).toMatchObject({ by: 'screening', metric: 'guess', place: 1, of: 12 });
    // `climb` says how many trials it was told of: none of the screening.
    expect(trials[15]?.why).toEqual({ told: expect.any(Number) });
    const last = trials[19]?.why as { told: number } | undefined;
    expect(last?.told).toBeLessThanOrEqual(7);
    const experiment = await bench.experiment(id);
    expect(experiment).toMatchObject({ state: 'complete', counts: { complete: 20 } });
    expect(experiment.bestTrial).toBeGreaterThanOrEqual(12);
    expect(await bench.service.replay(id)).toEqual({ suggestions: 20, mismatches: [] });
  });

  it('goes on with those that have a score when others fail or have none', async () => {
    const bench = createBench();
    const warmStart = { screening: { ...screening, candidates: 4, keep: 4 } };
    const { id } = await bench.create({ warmStart, budget: { maxTrials: 8, maxParallel: 4 } });
    const [a, b, c, d] = await bench.claim(4);
    if (!a || !b || !c || !d) throw new Error('there are four claims');
    const failure = { code: 'error', message: 'no' };
    await bench.service.finish(a, { kind: 'failed', failure, retry: false, artifacts: [] });
    await bench.service.finish(b, { kind: 'complete', metrics: { guess: null }, artifacts: [] });
    await bench.service.finish(c, { kind: 'complete', metrics: { guess: 1 }, artifacts: [] });
    expect(await bench.claim()).toEqual([]);
    await bench.service.finish(d, { kind: 'complete', metrics: { guess: 2 }, artifacts: [] });
    await bench.runAll();
    const trials = await bench.store.trials(id);
    expect(trials.slice(4, 6).map(({ params }) => params)).toEqual([d.params, c.params]);
    expect(trials.filter(isEnded)).toHaveLength(trials.length);
    expect((await bench.service.replay(id)).mismatches).toEqual([]);
  });

  it.each([
    [{ metric: 'loss' }, 'warmStart.screening.metric needs-training'],
    [{ metric: 'gues' }, 'warmStart.screening.metric unknown-metric'],
    [{ keep: 13 }, 'warmStart.screening.keep bad-range'],
    [{ candidates: 20 }, 'warmStart.screening.candidates no-budget'],
  ])('is refused with %j', async (change, issue) => {
    const warmStart = { screening: { ...screening, ...change } };
    const creation = createBench().create(sphereSpec({ warmStart, budget: { maxTrials: 20 } }));
    const error = await creation.catch((cause: unknown) => cause);
    if (!(error instanceof CambiumError)) throw new Error('it was not refused');
    expect(error.issues.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([issue]);
  });

  it('is told to no later experiment as a result', async () => {
    const bench = createBench();
    const objectives = [{ metric: 'guess', direction: 'maximize' }];
    const warmStart = { screening: { ...screening, metric: 'units' } };
    const earlier = await bench.create({ warmStart, budget: { maxTrials: 13 }, objectives });
    for (let [claim] = await bench.claim(); claim !== undefined; [claim] = await bench.claim()) {
      await bench.service.finish(claim, { kind: 'complete', metrics: { guess: 1 }, artifacts: [] });
    }
    const { id } = await bench.create({
      warmStart: { experiments: [earlier.id] },
      budget: { maxTrials: 1 },
      objectives,
    });
    const known = (await bench.store.trials(id)).filter(({ mode }) => mode === 'known');
    expect(known).toHaveLength(1);
  });
});
