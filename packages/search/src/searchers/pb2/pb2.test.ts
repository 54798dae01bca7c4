import type { FinishedTrial, PendingTrial, Suggestion } from '@cambium/core';
import { createSpace } from '@cambium/spaces';
import { minimize, runSearch, type SearchRun } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { bestConstantDescent, noisyDescent } from '../../population/testing/noisy-descent.js';
import { pb2 } from './pb2.js';

const space = createSpace([
  {
    name: 'arch.units',
    branch: 'arch',
    domain: { kind: 'int', low: 1, high: 999, log: false, step: 1 },
    conditions: [],
  },
  { name: 'hp.rate', branch: 'hp', domain: { kind: 'float', low: 0.001, high: 1, log: true }, conditions: [] },
]);

const population = 8;
const search = (change: Partial<SearchRun> = {}) =>
  runSearch({
    searcher: pb2,
    space,
    objectives: minimize,
    maxStep: 100,
    trials: 10 * population,
    finish: noisyDescent(100),
    ...change,
  });

const reasonOf = ({ why }: Suggestion) => why as unknown as { by: string; observations?: number };

describe('pb2', () => {
  it('draws at random while too few slices have gone on from others, then asks the bandit', () => {
    const reasons = new Set<string>();
    for (const seed of [1, 2, 3, 4]) {
      const { suggestions } = search({ seed, trials: 3 * population });
      for (const [number, suggestion] of suggestions.entries()) {
        const { by, observations } = reasonOf(suggestion);
        if (number < population || by === 'continuation') continue;
        // All that ended before it, but the first slices.
        const observed = number - population;
        reasons.add(`${by} ${observed < 4 ? 'early' : `of ${(observations ?? 0) - observed} more`}`);
        const { params } = suggestions[suggestion.resumeFrom ?? -1] as Suggestion;
        expect(suggestion.params['arch.units']).toBe(params['arch.units']);
      }
    }
    expect([...reasons].sort()).toEqual(['bandit of 0 more', 'random early']);
  });

  // With seeds 1 … 200 all are better than the best of all constant rates, 0.0052, with a median of 0.0031. Of pbt with as
  // many members 160 are, and the median is 0.0039.
  it.each([1, 2])('finds a schedule that is better than any constant rate (seed %i)', (seed) => {
    const { events } = search({ seed });
    const losses = events.flatMap((event) => (event.kind === 'tell' ? (event.trial.values ?? []) : []));
    expect(Math.min(...losses)).toBeLessThan(bestConstantDescent(100));
  });

  it('learns to stay away from what fails', () => {
    const fails = ({ params }: { readonly params: PendingTrial['params'] }) => Number(params['hp.rate']) > 0.1;
    const later = [1, 2, 3, 4].flatMap((seed) => {
      const finish = noisyDescent(100);
      const { suggestions } = search({
        seed,
        finish: (trial): FinishedTrial => (fails(trial) ? { ...finish(trial), state: 'failed' } : finish(trial)),
      });
      return suggestions.filter((each) => reasonOf(each).by === 'bandit').slice(6);
    });
    // A third of all rates fails: by chance no more than 7 of 44 would once in 150 times. With seeds 1 … 40, 9 % do.
    expect(later.length).toBeGreaterThanOrEqual(40);
    expect(later.filter(fails).length).toBeLessThanOrEqual(7);
  });
});
