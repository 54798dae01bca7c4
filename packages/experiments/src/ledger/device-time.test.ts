import { searchers } from '@cambium/search';
import { describe, expect, it } from '@jest/globals';
import { completeOutcome, createBench } from '../testing/bench.js';

/** Runs one trial after the other, each for so many seconds. */
async function runAll(bench: ReturnType<typeof createBench>, seconds: number): Promise<void> {
  for (let claims = await bench.claim(); claims[0] !== undefined; claims = await bench.claim()) {
    await bench.clock.advance(seconds * 1000);
    await bench.service.finish(claims[0], completeOutcome(claims[0]));
  }
}

describe('a limit on device seconds', () => {
  it('starts no trial once they are spent, cancels those that wait, and completes the experiment', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 50, maxParallel: 3, maxDeviceSeconds: 10 } });
    await runAll(bench, 4);
    const { state, counts, deviceMs } = await bench.experiment(id);
    expect({ state, deviceMs }).toEqual({ state: 'complete', deviceMs: 12_000 });
    expect(counts).toMatchObject({ complete: 3, waiting: 0, running: 0 });
    expect((await bench.service.replay(id)).mismatches).toEqual([]);
    await expect(bench.service.extend(id, 5)).rejects.toThrow('the 10 device seconds of the budget are spent');
  });

  it('counts what runs, so that a runner that comes late finds nothing to start', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 50, maxParallel: 2, maxDeviceSeconds: 10 } });
    const first = await bench.claimOne();
    await bench.clock.advance(10_000);
    expect(await bench.claim()).toEqual([]);
    expect((await bench.experiment(id)).counts).toMatchObject({ running: 1, waiting: 0, cancelled: 1 });
    await bench.complete(first);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', deviceMs: 10_000 });
  });

  it('counts attempts that were lost, but not the winners’ retraining', async () => {
    const bench = createBench();
    const { id } = await bench.create({ budget: { maxTrials: 1, maxParallel: 1 }, final: { top: 1 } });
    await bench.claimOne();
    await bench.clock.advance(3_600_000);
    expect(await bench.loseSilent()).toBe(1);
    expect((await bench.experiment(id)).deviceMs).toBe(3_600_000);
    await runAll(bench, 2);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete', deviceMs: 3_602_000 });
  });

  it('is divided among the stages of a search, which a replay reproduces', async () => {
    const bench = createBench({ searchers });
    const stages = [
      { name: 'first', branches: ['hp'], searcher: { name: 'random' } },
      { name: 'second', branches: ['hp'], searcher: { name: 'random' } },
    ];
    const { id } = await bench.create({
      searcher: { name: 'staged', options: { stages } },
      budget: { maxTrials: 50, maxDeviceSeconds: 20 },
    });
    await runAll(bench, 5);
    const trials = await bench.store.trials(id);
    expect(trials.map(({ why }) => (why as { stage: string }).stage)).toEqual(['first', 'first', 'second', 'second']);
    expect((await bench.service.replay(id)).mismatches).toEqual([]);
  });

  it('lets a trial be followed back', async () => {
    const bench = createBench({ searchers });
    const stages = [{ name: 'all', branches: ['hp'], searcher: { name: 'random' }, keep: 2 }];
    const { id } = await bench.create({
      searcher: { name: 'staged', options: { stages: [...stages, { ...stages[0], name: 'again' }] } },
      budget: { maxTrials: 6 },
    });
    await runAll(bench, 1);
    const trials = await bench.store.trials(id);
    const best = trials.slice(0, 3).toSorted((a, b) => lossOf(a) - lossOf(b))[0];
    expect(trials.map(({ builtOn }) => builtOn)).toEqual([
      [],
      [],
      [],
      ...new Array(3).fill(best?.number).map((n) => [n]),
    ]);
  });
});

function lossOf(trial: object): number {
  return 'values' in trial ? Number((trial.values as readonly number[])[0]) : Number.NaN;
}
