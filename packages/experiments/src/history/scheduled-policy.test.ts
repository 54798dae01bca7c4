import { createRegistry, defineHistorySearcher, type SearcherDefinition } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { createBench } from '../testing/bench.js';
import { testSearchers } from '../testing/test-searchers.js';

const magnitudes = [0.2, 0.2, 0.6];
const uniform = testSearchers.get('uniform');

/** One training in three slices, each from the checkpoint of the one before, whose magnitude of augmentation changes. */
const slices = defineHistorySearcher<object>({
  ...uniform,
  name: 'slices',
  options: z.strictObject({}),
  ask({ history }) {
    const slice = history.trials.length;
    const before = history.trials.at(-1);
    const params = { 'aug.magnitude': magnitudes[slice] ?? 0 };
    const from = before === undefined ? {} : { resumeFrom: before.number };
    return slice >= magnitudes.length
      ? { kind: 'exhausted' }
      : { kind: 'suggest', suggestions: [{ params, fidelity: slice + 1, ...from }] };
  },
});
const searchers = createRegistry<SearcherDefinition>('searcher', [
  ...testSearchers.entries,
  slices,
  { ...uniform, name: 'auto' },
]);

const replayed = {
  kind: 'schedule',
  phases: [
    { from: 0, policy: { kind: 'random-subset', magnitude: 0.2 } },
    { from: 2 / 3, policy: { kind: 'random-subset', magnitude: 0.6 } },
  ],
};

async function searched() {
  const bench = createBench({ searchers });
  const { id } = await bench.create({
    space: { aug: { dialect: 'randaugment', subset: 'all', counts: [1] } },
    searcher: { name: 'slices' },
    budget: { maxTrials: 3, maxParallel: 1 },
    final: { top: 1 },
    baselines: [],
  });
  for (let i = 0; i < 3; i++) await bench.complete(await bench.claimOne());
  return { bench, id };
}

describe('a training whose augmentation changed on the way', () => {
  it('is retrained with the schedule when it wins', async () => {
    const { bench, id } = await searched();
    const final = await bench.claimOne();
    expect(final).toMatchObject({ mode: 'final', params: {}, space: { aug: { dialect: 'custom', policy: replayed } } });
    await bench.complete(final);
    expect(await bench.experiment(id)).toMatchObject({ state: 'complete' });
  });

  it('is trained again with the schedule', async () => {
    const { bench, id } = await searched();
    await bench.runAll();
    const again = await bench.service.retrain(id, { trial: 2, start: true });
    expect(again.spec).toMatchObject({
      space: { aug: { dialect: 'custom', policy: replayed } },
      warmStart: { points: [{}] },
    });
    await bench.runAll();
    expect(await bench.experiment(again.id)).toMatchObject({ state: 'complete', counts: { complete: 1 } });
    // One that kept its policy is trained again as it is.
    const first = await bench.service.retrain(id, { trial: 1 });
    expect(first.spec.space.aug).toMatchObject({ dialect: 'randaugment' });
  });
});
