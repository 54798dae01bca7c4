import { createRegistry, type JsonObject, type SearcherDefinition } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { createBench } from '../testing/bench.js';
import { testSearchers } from '../testing/test-searchers.js';

const uniform = testSearchers.get('uniform');
/** With the searcher that specifications have when they name none. */
const searchers = createRegistry<SearcherDefinition>('searcher', [
  ...testSearchers.entries,
  { ...uniform, name: 'auto' },
]);

async function ended(spec: JsonObject = {}) {
  const bench = createBench({ searchers });
  const { id } = await bench.create({
    budget: { maxTrials: 2, maxParallel: 2, maxTrialSeconds: 5 },
    constraints: [{ metric: 'units', max: 3 }],
    pruner: { name: 'worst' },
    ...spec,
  });
  await bench.runAll();
  const trial = (await bench.store.trials(id))[1];
  if (trial === undefined) throw new Error('there is no second trial');
  return { bench, id, trial };
}

describe('retraining a trial', () => {
  it('makes an experiment of its point alone, for longer, that knows where it comes from', async () => {
    const { bench, id, trial } = await ended();
    const again = await bench.service.retrain(id, { trial: 1, steps: 9, start: true });
    expect(again).toMatchObject({
      state: 'running',
      workspaceId: 'w',
      clonedFrom: id,
      clonedTrial: 1,
      maxStep: 9,
      maxTrials: 1,
      spec: {
        name: 'a search: trial 1 again',
        task: { name: 'sphere', settings: { steps: 9, data: 'here' } },
        warmStart: { points: [trial.params] },
        constraints: [],
        final: { top: 1 },
      },
    });
    expect(again.spec.budget.maxTrialSeconds).toBeUndefined();
    expect(again.spec.pruner).toBeUndefined();
    expect(await bench.runAll()).toEqual([0, 1]);
    const trials = await bench.store.trials(again.id);
    expect(trials.map(({ params, mode }) => ({ params, mode }))).toEqual([
      { params: trial.params, mode: null },
      { params: trial.params, mode: 'final' },
    ]);
    expect(await bench.experiment(again.id)).toMatchObject({ state: 'complete', bestTrial: 0 });
    const [created] = await bench.store.events(again.id, 0, 1);
    expect(created?.payload).toMatchObject({ clonedFrom: id, clonedTrial: 1 });
  });

  it('can be asked for twice, under names of one’s own', async () => {
    const { bench, id } = await ended();
    const first = await bench.service.retrain(id, { trial: 0, name: 'for the paper' });
    const second = await bench.service.retrain(first.id, { trial: 0 }).catch((error: unknown) => error);
    expect(first).toMatchObject({ state: 'created', maxStep: 3, spec: { name: 'for the paper' } });
    // The first was not started and has no trial yet.
    expect(second).toMatchObject({ code: 'not-found' });
  });

  it('refuses what can not be, with its path', async () => {
    const { bench, id } = await ended();
    for (const steps of [0, 2.5]) {
      await expect(bench.service.retrain(id, { trial: 1, steps })).rejects.toMatchObject({
        code: 'fix-input',
        issues: [{ path: ['steps'], code: 'bad-range' }],
      });
    }
    await expect(bench.service.retrain(id, { trial: 1, steps: 1000 })).rejects.toMatchObject({ code: 'fix-input' });
    await expect(bench.service.retrain(id, { trial: 7 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(bench.service.retrain('nobody', { trial: 0 })).rejects.toMatchObject({ code: 'not-found' });
  });
});
