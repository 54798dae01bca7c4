import { createRng, type FrontMember } from '@cambium/core';
import { lossesOf, nonDominatedRanks } from '@cambium/search';
import { describe, expect, it } from '@jest/globals';
import { leaversOf } from './pareto-front.js';
import { spreadFronts } from './spread-fronts.js';

const objectives = [
  { metric: 'accuracy', direction: 'maximize' },
  { metric: 'cost', direction: 'minimize' },
] as const;
const member = (number: number, values: readonly number[], steps = 4): FrontMember => ({ number, values, steps });

describe('the Pareto front', () => {
  it('is joined by what no member is at least as good as, and left by what the joining one beats', () => {
    const front = [member(0, [0.9, 50]), member(1, [0.8, 20]), member(2, [0.5, 5])];
    expect(leaversOf(front, member(3, [0.85, 30]), objectives)).toEqual([]);
    expect(leaversOf(front, member(3, [0.9, 5]), objectives)).toEqual([0, 1, 2]);
    expect(leaversOf(front, member(3, [0.8, 19]), objectives)).toEqual([1]);
    expect(leaversOf(front, member(3, [0.8, 21]), objectives)).toBeNull();
    expect(leaversOf([], member(3, [0, 0]), objectives)).toEqual([]);
  });

  it('keeps the first of equals', () => {
    expect(leaversOf([member(0, [0.9, 50])], member(1, [0.9, 50]), objectives)).toBeNull();
  });

  it('begins anew with more steps, and takes nothing of fewer', () => {
    const front = [member(0, [0.9, 50]), member(1, [0.5, 5])];
    expect(leaversOf(front, member(2, [0.1, 99], 8), objectives)).toEqual([0, 1]);
    expect(leaversOf(front, member(2, [0.99, 1], 2), objectives)).toBeNull();
  });

  it('is, trial by trial, what comparing all at once gives', () => {
    for (let set = 0; set < 30; set++) {
      const rng = createRng('front').fork(set);
      const trials = Array.from({ length: 40 }, (_, number) => member(number, [rng.int(12), rng.int(12)]));
      let front: FrontMember[] = [];
      for (const trial of trials) {
        const left = leaversOf(front, trial, objectives);
        if (left !== null) front = [...front.filter(({ number }) => !left.includes(number)), trial];
      }
      const ranks = nonDominatedRanks(
        lossesOf(
          trials.map(({ values }) => [-(values[0] ?? 0), values[1] ?? 0]),
          2,
        ),
      );
      const first = new Map(
        trials
          .filter((_, row) => ranks[row] === 0)
          .toReversed()
          .map((trial) => [trial.values.join(), trial.number]),
      );
      expect(front.map(({ number }) => number).sort()).toEqual([...first.values()].sort());
    }
  });
});

describe('spreadFronts', () => {
  const order = (...values: readonly (readonly number[])[]) =>
    [
      ...spreadFronts(
        values.map((row, number) => ({ number, values: row })),
        objectives,
      ),
    ].map(({ number }) => number);

  it('gives the best by the first objective, then the farthest from those before, front by front', () => {
    expect(order([0.1, 1], [0.2, 2], [0.6, 6], [0.9, 9], [0.85, 8.9], [0.05, 9])).toEqual([3, 0, 2, 1, 4, 5]);
  });

  it('gives equals by number', () => expect(order([1, 1], [1, 1], [1, 1])).toEqual([0, 1, 2]));

  it('is by value, then by number, with one objective', () => {
    const trials = [3, 1, 2, 1].map((value, number) => ({ number, values: [value] }));
    const one = [{ metric: 'loss', direction: 'minimize' }] as const;
    expect([...spreadFronts(trials, one)].map(({ number }) => number)).toEqual([1, 3, 2, 0]);
    expect([...spreadFronts([], one)]).toEqual([]);
  });
});
