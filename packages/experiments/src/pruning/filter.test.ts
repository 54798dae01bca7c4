import { CambiumError, type Claim, type JsonObject } from '@cambium/core';
import { pruners, searchers } from '@cambium/search';
import { describe, expect, it } from '@jest/globals';
import { createBench, sphereSpec } from '../testing/bench.js';

const filter = (options: JsonObject = {}) => ({
  pruner: { name: 'proxy-filter', options: { metric: 'guess', startupTrials: 2, ...options } },
});

const points = [0.1, 0.2, 0.3, 0.4].map((x) => ({ 'hp.x': x, 'hp.y': 0 }));

describe('a pruner that judges trials before their training', () => {
  it('ends them at step 0, without values, and a replay knows it', async () => {
    const bench = createBench({ pruners });
    const budget = { maxTrials: 4, maxParallel: 4 };
    const { id } = await bench.create({ ...filter(), warmStart: { points }, budget, final: { top: 1 } });
    const claims = await bench.claim(4);
    expect(claims.map(({ untrainedMetric }) => untrainedMetric)).toEqual(new Array(4).fill('guess'));
    const judge = (claim: Claim | undefined, guess: number) => {
      if (claim === undefined) throw new Error('there are four claims');
      return bench.service.report(claim, [{ step: 0, metrics: { guess } }]);
    };
    expect([await judge(claims[0], 2), await judge(claims[1], 4)]).toEqual(['continue', 'continue']);
    expect([await judge(claims[2], 2.9), await judge(claims[3], 3)]).toEqual(['stop', 'continue']);
    for (const claim of claims.toSpliced(2, 1)) await bench.complete(claim);
    const [, , stopped] = claims;
    if (stopped) await bench.service.finish(stopped, { kind: 'stopped', metrics: { guess: 2.9 }, artifacts: [] });
    const ended = (await bench.store.trials(id))[2];
    expect(ended).toMatchObject({ state: 'pruned', values: null, lastStep: 0, metrics: { guess: 2.9, units: 1 } });
    expect((await bench.experiment(id)).counts).toMatchObject({ complete: 3, pruned: 1 });
    // The winner's training is its own business.
    expect(await bench.claimOne()).toMatchObject({ mode: 'final', untrainedMetric: null });
    expect((await bench.service.replay(id)).mismatches).toEqual([]);
  });

  it('judges nobody again who goes on from an earlier trial', async () => {
    const bench = createBench({ pruners, searchers });
    await bench.create({
      ...filter({ startupTrials: 100 }),
      task: { name: 'sphere', settings: { steps: 9 } },
      searcher: { name: 'asha' },
      budget: { maxTrials: 12, maxParallel: 1 },
    });
    const resumed: (string | null)[] = [];
    for (let [claim] = await bench.claim(); claim !== undefined; [claim] = await bench.claim()) {
      expect(claim.untrainedMetric).toBe(claim.resumeFrom === null ? 'guess' : null);
      if (claim.resumeFrom !== null) resumed.push(claim.untrainedMetric);
      const digest = `sha256:${claim.number}`;
      const checkpoint = { name: 'checkpoint/1', kind: 'checkpoint' as const, digest, bytes: 1 };
      await bench.service.report(claim, [{ step: claim.fidelity ?? 9, metrics: { loss: 1 / (claim.number + 1) } }]);
      await bench.service.finish(claim, {
        kind: 'complete',
        metrics: { loss: 1 / (claim.number + 1) },
        artifacts: [checkpoint],
      });
    }
    expect(resumed).not.toEqual([]);
  });

  it.each([
    [filter({ metric: 'loss' }), 'pruner.options.metric needs-training', 'take one of guess, units'],
    [filter({ metric: 'gues' }), 'pruner.options.metric unknown-metric', 'did you mean "guess"'],
    [{ ...filter(), searcher: { name: 'darts' } }, 'pruner.name no-pruner', 'darts judges designs'],
    [{ ...filter(), searcher: { name: 'fast-autoaugment' } }, 'pruner.name no-pruner', 'fast-autoaugment judges'],
  ])('is refused where it makes no sense: %j', async (change, issue, message) => {
    const creation = createBench({ pruners, searchers }).create(sphereSpec(change));
    const error = await creation.catch((cause: unknown) => cause);
    if (!(error instanceof CambiumError)) throw new Error('it was not refused');
    const found = error.issues.find(({ path }) => path[0] === 'pruner');
    expect(`${found?.path.join('.')} ${found?.code}`).toBe(issue);
    expect(found?.message).toContain(message);
  });
});
