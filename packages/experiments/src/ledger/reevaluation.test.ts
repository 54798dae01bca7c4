import { describe, expect, it } from '@jest/globals';
import { type Bench, createBench } from '../testing/bench.js';

/** One runner works until nothing is left; the loss of a trial is what `loss` says. */
async function runWith(bench: Bench, loss: (params: { x: number }, number: number) => number) {
  for (let claims = await bench.claim(); claims[0] !== undefined; claims = await bench.claim()) {
    const [claim] = claims;
    const value = loss({ x: Number(claim.params['hp.x']) }, claim.number);
    const metrics = claim.mode === 'final' ? { test_loss: value } : { loss: value };
    await bench.service.finish(claim, { kind: 'complete', metrics, artifacts: [] });
  }
}

describe('evaluating the leaders again', () => {
  const final = { top: 1, reevaluate: { leaders: 3, repeats: 4 } };

  it('lets the best mean win over the luckiest measurement, and retrains that one', async () => {
    const bench = createBench();
    const { id } = await bench.create({
      final,
      budget: { maxTrials: 6, maxParallel: 2 },
      searcher: { name: 'uniform' },
    });
    // Trial 4 was lucky: it measured 0, and is the worst of all in truth.
    const truth = (number: number) => [0.5, 0.2, 0.9, 0.3, 1.5, 0.8][number] ?? Number.NaN;
    const byX = new Map<number, number>();
    await runWith(bench, ({ x }, number) => {
      if (number < 6) byX.set(x, number);
      return number === 4 ? 0 : truth(byX.get(x) ?? -1);
    });
    const trials = await bench.store.trials(id);
    const repeats = trials.filter(({ mode }) => mode === 'repeat');
    expect(repeats.map(({ parent }) => parent).sort()).toEqual([1, 1, 1, 1, 3, 3, 3, 3, 4, 4, 4, 4]);
    const experiment = await bench.experiment(id);
    expect(experiment).toMatchObject({ state: 'complete', bestTrial: 1, counts: { complete: 6 } });
    expect(experiment.bestValues?.[0]).toBeCloseTo(0.2, 12);
    expect(trials.filter(({ mode }) => mode === 'final').map(({ parent }) => parent)).toEqual([1]);
    expect(await bench.service.replay(id)).toEqual({ suggestions: 6, mismatches: [] });
  });

  it('goes on when repetitions fail, within the parallelism', async () => {
    const bench = createBench();
    const { id } = await bench.create({ final, budget: { maxTrials: 4, maxParallel: 2 } });
    let most = 0;
    for (let claims = await bench.claim(9); claims.length > 0; claims = await bench.claim(9)) {
      most = Math.max(most, claims.length);
      for (const claim of claims) {
        const value = claim.number < 4 ? claim.number : Number.NaN;
        const metrics = claim.mode === 'final' ? { test_loss: 1 } : { loss: value };
        await bench.service.finish(claim, { kind: 'complete', metrics, artifacts: [] });
      }
    }
    expect(most).toBe(2);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', bestTrial: 0 });
  });
});
