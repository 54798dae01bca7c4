import { createRegistry, relaxedPolicyMode, type SearcherDefinition } from '@cambium/core';
import { expect, it } from '@jest/globals';
import { completeOutcome, createBench } from '../testing/bench.js';
import { testSearchers } from '../testing/test-searchers.js';

/** A trial that learns policies, and one that is trained with one. */
const learning: SearcherDefinition = {
  ...testSearchers.get('uniform'),
  name: 'learning',
  ask: (state, { space, rng, nextNumber }) => {
    const step = nextNumber === 0 ? { mode: relaxedPolicyMode } : {};
    return { result: { kind: 'suggest', suggestions: [{ params: space.sample(rng), ...step }] }, state };
  },
};

it('what learns policies costs budget, owes no objective and is no design: not the answer, not to be promoted or trained again', async () => {
  const bench = createBench({ searchers: createRegistry<SearcherDefinition>('searcher', [learning]) });
  const { id } = await bench.create({
    searcher: { name: 'learning' },
    budget: { maxTrials: 2, maxParallel: 1 },
    constraints: [{ metric: 'units', max: 40 }],
  });
  for (let [claim] = await bench.claim(); claim !== undefined; [claim] = await bench.claim()) {
    const done = completeOutcome(claim);
    await bench.service.finish(claim, claim.mode === null ? done : { ...done, metrics: { guess: 1 } });
  }
  const [learnt, trained, ...more] = await bench.store.trials(id);
  expect(learnt).toMatchObject({ state: 'complete', mode: relaxedPolicyMode, values: null, staticMetrics: {} });
  expect([trained?.mode, more]).toEqual([null, []]);
  expect((await bench.experiment(id)).bestTrial).toBe(1);
  await expect(bench.service.promote(id, { trial: 0, by: 'Ada' })).rejects.toThrow('learnt policies');
  await expect(bench.service.retrain(id, { trial: 0 })).rejects.toThrow('learnt policies');
  expect(await bench.service.replay(id)).toEqual({ suggestions: 2, mismatches: [] });
});
