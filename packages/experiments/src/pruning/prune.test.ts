import { pruners } from '@cambium/search';
import { describe, expect, it } from '@jest/globals';
import { createBench } from '../testing/bench.js';

const spec = { pruner: { name: 'worst' }, budget: { maxTrials: 4, maxParallel: 3 } };

describe('pruning', () => {
  it('rides back in the answer to a report, and the trial ends pruned', async () => {
    const bench = createBench();
    const { id } = await bench.create(spec);
    const [good, bad] = await bench.claim(3);
    if (!good || !bad) throw new Error('there are three claims');
    const report = (claim: typeof good, step: number, loss: number) =>
      bench.service.report(claim, [{ step, metrics: { loss } }]);
    expect(await report(good, 1, 9)).toBe('continue');
    expect(await report(good, 2, 1)).toBe('continue');
    expect(await report(bad, 1, 2)).toBe('continue');
    expect(await report(bad, 2, 2)).toBe('stop');
    expect(await bench.service.finish(bad, { kind: 'stopped', metrics: { loss: 2 }, artifacts: [] })).toBe(true);
    expect((await bench.store.trials(id))[bad.number]).toMatchObject({ state: 'pruned', values: [2], lastStep: 2 });
    expect(await bench.experiment(id)).toMatchObject({
      bestTrial: null,
      counts: { pruned: 1, waiting: 1, running: 2 },
    });
  });

  it('decides over a batch in order: one stop stops', async () => {
    const bench = createBench();
    await bench.create(spec);
    const [first, second] = await bench.claim(3);
    if (!first || !second) throw new Error('there are three claims');
    const entries = (loss: number) => [1, 2, 3].map((step) => ({ step, metrics: { loss } }));
    expect(await bench.service.report(first, entries(1))).toBe('continue');
    expect(await bench.service.report(second, entries(2))).toBe('stop');
  });

  it('knows at every step what is known of a trial before it runs', async () => {
    const bench = createBench({ pruners });
    const points = [8, 2, 5].map((units, i) => ({ 'hp.x': i / 10, 'hp.units': units }));
    await bench.create({
      space: { hp: { x: { type: 'float', low: 0, high: 1 }, units: { type: 'int', low: 1, high: 9 } } },
      objectives: [{ metric: 'loss' }, { metric: 'units' }],
      searcher: { name: 'uniform' },
      pruner: { name: 'multi-objective-asha', options: { eta: 1.5 } },
      warmStart: { points },
      budget: { maxTrials: 3, maxParallel: 3 },
    });
    const [large, small, between] = await bench.claim(3);
    if (!large || !small || !between) throw new Error('there are three claims');
    const report = (claim: typeof large, loss: number) => bench.service.report(claim, [{ step: 1, metrics: { loss } }]);
    expect(await report(large, 4)).toBe('continue');
    // As good and smaller, then worse than that in both.
    expect(await report(small, 4)).toBe('continue');
    expect(await report(between, 5)).toBe('stop');
  });

  it('leaves retrained winners alone', async () => {
    const bench = createBench();
    const { id } = await bench.create({ pruner: { name: 'worst' }, budget: { maxTrials: 1 }, final: { top: 1 } });
    const claim = await bench.claimOne();
    await bench.service.report(claim, [{ step: 2, metrics: { loss: 1 } }]);
    await bench.complete(claim);
    const final = await bench.claimOne();
    const before = await bench.algorithm(id, 'pruner');
    expect(await bench.service.report(final, [{ step: 2, metrics: { loss: 99 } }])).toBe('continue');
    expect(await bench.algorithm(id, 'pruner')).toEqual(before);
  });

  it('is written down only when a report has changed it', async () => {
    const bench = createBench();
    const { id } = await bench.create(spec);
    const claim = await bench.claimOne();
    const report = async (step: number) => {
      await bench.service.report(claim, [{ step, metrics: { loss: 1 } }]);
      return bench.algorithm(id, 'pruner');
    };
    const first = await report(1);
    expect(first).toEqual({ version: 1, state: { seen: {} } });
    expect(await report(1)).toBe(first);
    const second = await report(2);
    expect(second).toEqual({ version: 1, state: { seen: { [claim.number]: 1 } } });
    expect(await report(3)).toBe(second);
  });

  it('is rebuilt from the reports when its state has another version', async () => {
    const bench = createBench();
    const { id } = await bench.create(spec);
    const [first, second] = await bench.claim(3);
    if (!first || !second) throw new Error('there are three claims');
    await bench.service.report(first, [{ step: 2, metrics: { loss: 1 } }]);
    const known = await bench.algorithm(id, 'pruner');
    await bench.store.transaction(id, (tx) => tx.keepAlgorithm('pruner', { version: 0, state: 'of another time' }));
    expect(await bench.service.report(second, [{ step: 1, metrics: { loss: 2 } }])).toBe('continue');
    expect(await bench.algorithm(id, 'pruner')).toEqual(known);
    expect(await bench.service.report(second, [{ step: 2, metrics: { loss: 2 } }])).toBe('stop');
  });

  it('that breaks ends the experiment with its reason', async () => {
    const bench = createBench();
    const { id } = await bench.create({ pruner: { name: 'faulty' } });
    const claim = await bench.claimOne();
    expect(await bench.service.report(claim, [{ step: 1, metrics: { loss: 1 } }])).toBe('cancel');
    expect(await bench.experiment(id)).toMatchObject({
      state: 'failed',
      failure: 'pruner faulty broke: out of ideas',
      counts: { waiting: 0, running: 0, cancelled: 2 },
    });
  });
});
