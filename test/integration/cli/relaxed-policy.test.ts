import { describe, expect, it } from '@jest/globals';
import { type RunResult, useRuns } from '../../support/use-runs.js';

const learnBy = (name: string) => ({ searcher: { name, options: { standalone: 2 } } });
const spec = {
  name: 'a learnt policy',
  task: {
    name: 'image-classification',
    settings: { dataset: 'digits', trainSize: 160, validationSize: 64, epochs: 2, relaxedPolicy: { epochs: 2 } },
  },
  space: { aug: { dialect: 'autoaugment', subPolicies: 2 } },
  objectives: [{ metric: 'val_accuracy' }],
  ...learnBy('dada'),
  budget: { maxTrials: 3, maxParallel: 2 },
  seed: 1,
};

describe('a search that learns a policy', () => {
  const runs = useRuns();
  const run = (change: object = {}) => runs().run({ ...spec, ...change }, '--in-process');

  it.each([
    { by: 'dada', most: Math.log(120) },
    { by: 'faster-autoaugment', most: Math.log(16), measured: ['policy_distance'] },
  ])(
    '$by learns in one trial, then trains with what that named, which alone can be the best',
    async (method) => {
      const { state, trials, best } = (await run(learnBy(method.by))).json<RunResult>();
      expect(state).toBe('complete');
      expect(trials.map(({ state: each }) => each)).toEqual(trials.map(() => 'complete'));
      expect(trials.map(({ mode }) => mode)).toEqual(['relaxed-policy', null, null, 'final', 'baseline', 'baseline']);
      const [learnt, first, second] = trials;
      expect([learnt?.params, learnt?.values]).toEqual([{}, null]);
      expect(learnt?.metrics['policy_entropy']).toBeLessThan(method.most);
      for (const name of method.measured ?? []) expect(learnt?.metrics[name]).toEqual(expect.any(Number));
      expect([1, 2]).toContain(best[0]?.number);
      for (const trained of [first, second]) expect(Object.keys(trained?.params ?? {})).toHaveLength(12);
      expect(second?.params).not.toEqual(first?.params);
    },
    120_000,
  );

  it.each([
    [{ space: { aug: { dialect: 'randaugment' } } }, 'in the dialect autoaugment'],
    [
      { ...learnBy('faster-autoaugment'), space: { aug: { dialect: 'population' } } },
      'faster-autoaugment learns which sub-policies',
    ],
    [{ space: { aug: { ...spec.space.aug, classGroups: [[0]] } } }, 'without class groups'],
    [{ objectives: [{ metric: 'policy_accuracy' }] }, 'while policies are learnt'],
    [{ warmStart: { screening: { metric: 'params', candidates: 2, keep: 1 } } }, 'leave the screening out'],
    [{ task: { name: 'supernet', settings: { dataset: 'digits' } } }, 'take the task image-classification'],
    [
      {
        searcher: {
          name: 'staged',
          options: { stages: [{ name: 'a', branches: ['aug'], searcher: { name: 'dada' } }] },
        },
      },
      'within another search',
    ],
  ])(
    'is refused for %j',
    async (change, message) => {
      expect((await run(change)).stderr).toContain(message);
    },
    60_000,
  );
});
