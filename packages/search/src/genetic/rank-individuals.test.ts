import type { FinishedTrial } from '@cambium/core';
import { complete, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { toIndividual } from './individual.js';
import { rankIndividuals } from './rank-individuals.js';

const objectives = [
  { metric: 'accuracy', direction: 'maximize' },
  { metric: 'cost', direction: 'minimize' },
] as const;
const trial = (values: readonly number[], change: Partial<FinishedTrial> = {}) =>
  complete({ number: 0, params: {}, fidelity: 4 }, values, change);
const ranksOf = (...trials: readonly FinishedTrial[]) => [
  ...rankIndividuals(trials.map((told) => toIndividual(told, objectives)).filter((one) => one !== undefined)),
];

describe('toIndividual', () => {
  it('turns either direction into losses', () => {
    expect(toIndividual(trial([0.9, 7]), objectives)?.losses).toEqual([-0.9, 7]);
  });

  it('learns nothing from trials that did not measure every objective, or were not evaluated', () => {
    const unmeasured = endedAs('complete', { number: 0, params: {} });
    const useless = [trial([0.9, Number.NaN]), trial([0.9]), trial([Infinity, 1]), trial([1, 1], { state: 'failed' })];
    for (const told of [...useless, unmeasured]) expect(toIndividual(told, objectives)).toBeUndefined();
  });
});

describe('rankIndividuals', () => {
  it('ranks by dominance', () => {
    expect(ranksOf(trial([0.9, 7]), trial([0.8, 7]), trial([0.5, 1]), trial([0.4, 8]))).toEqual([0, 1, 0, 2]);
  });

  it('puts feasible before infeasible, there the smaller violation, complete before pruned, there the one that got further', () => {
    expect(
      ranksOf(
        trial([0.99, 0], { violation: 2 }),
        trial([0.5, 5], { violation: 1 }),
        trial([0.4, 6], { violation: 1 }),
        trial([0.99, 0], { state: 'pruned', lastStep: 1 }),
        trial([0.1, 9], { state: 'pruned', lastStep: 3 }),
        trial([0.2, 8]),
      ),
    ).toEqual([5, 3, 4, 2, 1, 0]);
  });

  it('has nothing to rank at first', () => expect(ranksOf()).toEqual([]));
});
