import { describe, expect, it } from '@jest/globals';
import { type RunResult, useRuns } from '../../support/use-runs.js';

const spec = {
  name: 'density matching',
  task: {
    name: 'image-classification',
    settings: { dataset: 'digits', trainSize: 160, validationSize: 64, epochs: 2 },
  },
  space: { aug: { dialect: 'autoaugment', subPolicies: 2, depth: 1 } },
  objectives: [{ metric: 'val_accuracy' }],
  searcher: { name: 'fast-autoaugment', options: { folds: 2, pieceSize: 1, standalone: 1 } },
  budget: { maxTrials: 7, maxParallel: 1 },
  final: { top: 1 },
  seed: 1,
};

describe('a search by density matching', () => {
  const runs = useRuns();
  const run = (change: object = {}) => runs().run({ ...spec, ...change }, '--in-process');

  it('goes from folds over policies that they judge to one that is trained with, which alone can be the best', async () => {
    const { state, trials, best } = (await run()).json<RunResult>();
    expect(state).toBe('complete');
    expect(trials.map(({ state: each }) => each)).toEqual(trials.map(() => 'complete'));
    const judged = ['density-matching', 'density-matching', 'density-matching', 'density-matching'];
    expect(trials.map(({ mode }) => mode)).toEqual(['fold', 'fold', ...judged, null, 'final', 'baseline', 'baseline']);
    expect(best.map(({ number }) => number)).toEqual([6]);
    const [fold, , policy] = trials;
    expect([fold?.params, fold?.values, policy?.values]).toEqual([{}, null, null]);
    expect(fold?.metrics['held_out_accuracy']).toBeGreaterThan(0);
    expect(policy?.metrics['held_out_loss']).toBeGreaterThan(0);
    expect(trials[6]?.values).toEqual([trials[6]?.metrics['val_accuracy']]);
  }, 120_000);

  it.each([
    [{ space: { aug: { dialect: 'randaugment' } } }, 'in the dialect autoaugment'],
    [{ objectives: [{ metric: 'held_out_loss' }] }, 'policies that were not trained with'],
    [{ warmStart: { screening: { metric: 'params', candidates: 2, keep: 1 } } }, 'leave the screening out'],
    [
      { budget: { maxTrials: 4 } },
      'budget.maxTrials: fast-autoaugment needs at least 5 trials here: 2 folds, 2 judged policies',
    ],
    [{ task: { name: 'supernet', settings: spec.task.settings } }, 'take the task image-classification'],
  ])(
    'is refused for %j',
    async (change, message) => {
      expect((await run(change)).stderr).toContain(message);
    },
    60_000,
  );
});
