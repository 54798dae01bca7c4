import type { FinishedTrial } from '@cambium/core';
import { complete, maximize } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { challengeNext, decideChallenges, type Evolution, noEvolution } from './subpopulations.js';

const fidelity = 3;

const ended = (number: number, value: number, state: FinishedTrial['state'] = 'complete') =>
  complete({ number, params: {}, fidelity }, [value], { state });

const decide = (evolution: Evolution, ...trials: FinishedTrial[]) =>
  decideChallenges(evolution, {
    told: new Map(trials.map((trial) => [trial.number, trial])),
    objectives: maximize,
  });

function challengeAll(evolution: Evolution, numbers: readonly number[], size: number) {
  const places: (number | null)[] = [];
  let next = evolution;
  for (const number of numbers) {
    const challenged = challengeNext(next, { number, fidelity, size });
    places.push(challenged.place);
    next = challenged.evolution;
  }
  return { places, evolution: next };
}

const membersOf = ({ subpopulations }: Evolution) => subpopulations[fidelity]?.members;

describe('a subpopulation', () => {
  it('is filled with those that ended well, counting what is running', () => {
    const filling = challengeAll(noEvolution, [0, 1, 2, 3], 3);
    expect(filling.places).toEqual([null, null, null, null]);
    const trials = [ended(0, 1), ended(1, Number.NaN), ended(2, 3, 'failed')];
    const filled = decide(filling.evolution, ...trials);
    expect(membersOf(filled)).toEqual([0]);
    expect(filled.challenges.map(({ number }) => number)).toEqual([3]);
  });

  it('challenges its members in turn', () => {
    const full = decide(challengeAll(noEvolution, [0, 1], 2).evolution, ended(0, 1), ended(1, 2));
    expect(challengeAll(full, [2, 3, 4], 2).places).toEqual([0, 1, 0]);
  });

  it('replaces a member by what is not worse, and by nothing that failed', () => {
    const first = [ended(0, 1), ended(1, 2), ended(2, 3)];
    const full = decide(challengeAll(noEvolution, [0, 1, 2], 3).evolution, ...first);
    const challenged = challengeAll(full, [3, 4, 5], 3).evolution;
    expect(membersOf(decide(challenged, ...first, ended(3, 1), ended(4, 1.9), ended(5, 9, 'failed')))).toEqual([
      3, 1, 2,
    ]);
  });

  it('lets one of two challengers of the same place win, whichever is told first', () => {
    const full = decide(challengeAll(noEvolution, [0], 1).evolution, ended(0, 1));
    const challenged = challengeAll(full, [1, 2], 1).evolution;
    const trials = [ended(0, 1), ended(1, 3), ended(2, 2)];
    expect(membersOf(decide(challenged, ...trials))).toEqual([1]);
    const late = decide(challenged, ended(0, 1), ended(2, 2));
    expect([membersOf(late), membersOf(decide(late, ...trials))]).toEqual([[2], [1]]);
  });
});
