import type { Params } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { type SimulatedStep, simulateSearch } from '@cambium/testkit/search';
import { expect, it } from '@jest/globals';
import { pruners, searchers } from '../../registry.js';

const unit = { type: 'float', low: 0, high: 1 };
const space = requireSpace({ hp: { x: unit, y: unit }, train: { dialect: 'procedure' } });
const maxStep = 9;
const maxTrials = 120;
const trials = 4;

/** What a procedure is worth with the hyperparameters that suit it best. */
const outerLoss = (params: Params) => Math.abs(Math.log10(Number(params['train.learningRate'])) + 2);
const innerLoss = (params: Params) => (Number(params['hp.x']) - 0.3) ** 2 + (Number(params['hp.y']) - 0.7) ** 2;

const pointOf = ({ params }: { readonly params: Params }) =>
  JSON.stringify(Object.entries(params).filter(([name]) => name.startsWith('train.')));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

function run() {
  const steps: SimulatedStep[] = [
    ...simulateSearch({
      problem: {
        space,
        objectives: [{ metric: 'loss', direction: 'minimize' }],
        maxStep,
        measure: (params, step) => ({ loss: outerLoss(params) + innerLoss(params) + 1 / step }),
      },
      searcher: searchers.get('nested'),
      options: {
        outer: { branches: ['train'], searcher: { name: 'evolution', options: { population: 6, tournament: 3 } } },
        inner: { branches: ['hp'], searcher: { name: 'random' }, trials },
      },
      pruner: { definition: pruners.get('asha'), options: { minSteps: 1, eta: 3 } },
      seed: 3,
      parallel: 3,
      maxTrials,
    }),
  ];
  const ended = steps.filter((each) => each.ended).sort((a, b) => a.trial.number - b.trial.number);
  const points = new Map<string, { readonly params: Params; readonly whole: boolean }[]>();
  for (const { trial, step } of ended) {
    const point = points.get(pointOf(trial)) ?? [];
    points.set(pointOf(trial), [...point, { params: trial.params, whole: step === maxStep }]);
  }
  return { steps, points: [...points.values()] };
}

// One seed, and no random number outside of it: what holds once holds always.
it('with asha the trials of all points are on the same rungs: points that promise little cost little', () => {
  const { steps, points } = run();
  expect(steps.length).toBeLessThan((maxTrials * maxStep) / 2);
  expect(points.map(({ length }) => length)).toEqual(new Array(maxTrials / trials).fill(trials));
  const stopped = points.filter((point) => point.every(({ whole }) => !whole));
  const others = points.filter((point) => point.some(({ whole }) => whole));
  expect(stopped.length).toBeGreaterThan(points.length / 3);
  expect(others.length).toBeGreaterThan(2);
  const worth = (group: typeof points) => mean(group.map(([trial]) => outerLoss(trial?.params ?? {})));
  expect(worth(others)).toBeLessThan(worth(stopped) / 2);
});

it('and the outer search learns from what is left of each point', () => {
  const worth = run().points.map(([first]) => outerLoss(first?.params ?? {}));
  expect(mean(worth.slice(-10))).toBeLessThan(mean(worth.slice(0, 10)) / 2);
});
