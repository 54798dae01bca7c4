import { createRegistry, densityMatchingMode, foldMode, type SearcherDefinition } from '@cambium/core';
import { expect, it } from '@jest/globals';
import { completeOutcome, createBench } from '../testing/bench.js';
import { testSearchers } from '../testing/test-searchers.js';

/** A fold, a policy that it judges, and what is trained with it. */
const folded: SearcherDefinition = {
  ...testSearchers.get('uniform'),
  name: 'folded',
  ask: (state, { space, rng, nextNumber }) => {
    const params = space.sample(rng);
    const step = [{ mode: foldMode }, { mode: densityMatchingMode, resumeFrom: 0 }, {}][nextNumber % 3];
    return { result: { kind: 'suggest', suggestions: [{ params, ...step }] }, state };
  },
};

it('folds, and policies that they judge, owe no objective; neither can be the answer, be promoted or taken for a design', async () => {
  const bench = createBench({ searchers: createRegistry<SearcherDefinition>('searcher', [folded]) });
  const { id } = await bench.create({
    searcher: { name: 'folded' },
    budget: { maxTrials: 3, maxParallel: 1 },
    constraints: [{ metric: 'units', max: 40 }],
  });
  for (let [claim] = await bench.claim(); claim !== undefined; [claim] = await bench.claim()) {
    const done = completeOutcome(claim);
    await bench.service.finish(claim, claim.mode === null ? done : { ...done, metrics: { guess: 1 } });
  }
  const trials = await bench.store.trials(id);
  expect(trials.map(({ state, mode }) => [state, mode])).toEqual([
    ['complete', foldMode],
    ['complete', densityMatchingMode],
    ['complete', null],
  ]);
  const [fold, policy] = trials;
  expect([fold, policy].map((trial) => trial && 'values' in trial && trial.values)).toEqual([null, null]);
  expect([fold?.staticMetrics, policy?.staticMetrics]).toEqual([{}, { units: 1 }]);
  expect((await bench.experiment(id)).bestTrial).toBe(2);
  const promote = (trial: number) => bench.service.promote(id, { trial, by: 'Ada' });
  await expect(promote(0)).rejects.toThrow('trained on a part of the images');
  await expect(promote(1)).rejects.toThrow('judged without a training');
  await expect(bench.service.retrain(id, { trial: 0 })).rejects.toThrow('trained without a policy');
  expect(await bench.service.replay(id)).toEqual({ suggestions: 3, mismatches: [] });
});
