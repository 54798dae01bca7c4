import { constrainSpace, requireSpace } from '@cambium/spaces';
import { describeSearcher } from '@cambium/testkit';
import { searchers } from '../registry.js';

describeSearcher(searchers, {
  spaces: {
    mixed: requireSpace({
      hp: {
        lr: { type: 'float', low: 0.0003, high: 0.03, log: true },
        optimizer: { type: 'categorical', choices: ['sgd', 'momentum', 'adam'] },
        momentum: { type: 'float', low: 0.5, high: 0.99, when: { optimizer: ['momentum'] } },
        layers: { type: 'int', low: 1, high: 4 },
        units: { type: 'int', low: 8, high: 512, log: true },
        second: { type: 'ordinal', choices: [8, 16, 32, 64], when: { layers: { min: 2 } } },
        dropout: { type: 'float', low: 0, high: 0.5, step: 0.1 },
      },
    }),
    tiny: requireSpace({
      hp: {
        a: { type: 'categorical', choices: ['x', 'y'] },
        b: { type: 'int', low: 1, high: 3, when: { a: 'x' } },
      },
    }),
  },
  tinySize: 4,
  constrain: constrainSpace,
  options: {
    'cma-es': [{ population: 5, mean: 'random', restarts: 'ipop', tolerance: 0.05 }],
    'differential-evolution': ['rand/1/bin', 'best/1/bin'].map((strategy) => ({ population: 5, strategy })),
    evolution: [{ population: 5, tournament: 2, crossover: 0.5 }],
    pbt: [{ population: 9, interval: 2, keep: ['hp.layers'] }],
    dada: [{ standalone: 1 }],
    darts: [{ method: 'gumbel', standalone: 3 }],
    enas: [{ candidates: 5, standalone: 2 }],
    'one-shot': [
      { candidates: 12, population: 4, parents: 2, standalone: 2 },
      { candidates: 7, search: 'random' },
    ],
    'faster-autoaugment': [{ standalone: 1 }],
    'fast-autoaugment': [{ folds: 2, searches: 13, standalone: 2, judge: 'accuracy' }],
    reinforce: [
      { policy: 'lstm', units: 8, learningRate: 0.05 },
      { algorithm: 'ppo', batch: 5, reward: 'standardised', entropy: 0.1 },
    ],
    'nsga-ii': [{ population: 6 }],
    staged: [
      {
        stages: [
          { name: 'wide', branches: ['hp'], searcher: { name: 'random' }, gate: { patience: 4 } },
          { name: 'close', branches: ['hp'], searcher: { name: 'nsga-ii', options: { population: 4 } } },
        ],
      },
    ],
    'nsga-iii': [{ population: 6, mutations: 2 }],
  },
  slow: { gp: { candidates: 16, observations: 150 } },
});
