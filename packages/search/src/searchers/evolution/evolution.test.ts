import { createRng, type FinishedTrial, type Params, type PendingTrial } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { type AskSettings, complete, driveSearch, endedAs, type SearchDriver } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { evolution } from './evolution.js';

const digit = { type: 'int', low: 0, high: 99 };
const space = requireSpace({ hp: { a: digit, b: digit, c: digit, d: digit } });

const search = (options: object = {}) =>
  driveSearch({ searcher: evolution, space, options: { population: 4, tournament: 3, crossover: 0, ...options } });
const point = (a: number, b = 0, c = 0, d = 0): Params => ({ 'hp.a': a, 'hp.b': b, 'hp.c': c, 'hp.d': d });
/** Two parameters apart from each other: no mutant of one is another. */
const trial = (number: number, value: number, params = point(number, number)) => complete({ number, params }, [value]);
const tellAll = (trials: readonly FinishedTrial[], options: object = {}) => {
  const driver = search(options);
  driver.tell(...trials);
  return driver;
};
const waysOf = (driver: SearchDriver, settings: AskSettings = {}) =>
  driver.suggest(settings).map(({ why }) => (why as { by: string }).by);
const pendingTrials = (from: number, count: number): PendingTrial[] =>
  Array.from({ length: count }, (_, i) => ({ number: from + i, params: point(from + i, 1) }));

describe('evolution', () => {
  it('fills the population at random, then mutates, also within one ask', () => {
    expect(waysOf(tellAll([0, 1, 2].map((n) => trial(n, n))), { count: 3 })).toEqual([
      'random',
      'mutation',
      'mutation',
    ]);
    expect(waysOf(tellAll([0, 1, 2].map((n) => trial(n, n))), { pending: pendingTrials(3, 1) })).toEqual(['mutation']);
  });

  it('does not wait for slow workers: random while too few are told', () => {
    expect(waysOf(tellAll([trial(0, 1), trial(1, 1)]), { pending: pendingTrials(2, 6) })).toEqual(['random']);
  });

  it('counts failures as progress but never breeds from them', () => {
    const failures = [0, 1, 2, 3].map((number) => endedAs('failed', { number, params: point(0) }));
    expect(waysOf(tellAll(failures))).toEqual(['random']);
    const driver = tellAll([...failures, trial(4, 1), trial(5, Number.NaN), trial(6, 1), trial(7, 1)]);
    expect(parentsOf(driver, 200)).toEqual(new Set([4, 6, 7]));
  });

  it('lets the oldest die, however good it was', () => {
    const driver = tellAll([trial(0, 100), trial(1, 1), trial(2, 1), trial(3, 1), trial(4, 1)]);
    expect(parentsOf(driver, 200)).toEqual(new Set([1, 2, 3, 4]));
  });

  // The best of 4 wins a tournament of 3 draws with replacement with probability 1 − (3/4)³ = 0.578. 400 asks: the
  // standard error is 0.025, the tolerance 3.3 of them, false alarms 1 in 1,000. Seeds 0 … 399.
  it('chooses the best of a tournament with replacement', () => {
    const driver = tellAll([trial(0, 1), trial(1, 2), trial(2, 9), trial(3, 3)]);
    const wins = parentList(driver, 400).filter((number) => number === 2).length;
    expect(Math.abs(wins / 400 - 0.578)).toBeLessThan(0.082);
  });

  it('lets a child whose design is known join with its known result, without a trial', () => {
    // Five points on a line; 2 is the best and no member any more. The mutants of 1 and 3 are 2 and the new 0 and 4.
    const line = requireSpace({ hp: { a: { type: 'ordinal', choices: [0, 1, 2, 3, 4] } } });
    const at = (number: number, a: number, value: number) => trial(number, value, { 'hp.a': a });
    const populations = Array.from({ length: 30 }, (_, seed) => {
      const options = { population: 2, tournament: 2 };
      const driver = driveSearch({ searcher: evolution, space: line, options });
      driver.tell(at(0, 2, 9), at(1, 1, 1), at(2, 3, 2));
      expect(driver.state).toEqual([1, 2]);
      const [child] = driver.suggest({ rng: createRng(seed) });
      expect([0, 4]).toContain(child?.params['hp.a']);
      return driver.state;
    });
    expect(populations).toContainEqual([1, 2]);
    expect(populations).toContainEqual([2, 0]);
  });

  it('mutates one parameter and says which', () => {
    const driver = tellAll([0, 1, 2, 3].map((n) => trial(n, n)));
    for (let seed = 0; seed < 50; seed++) {
      const [child] = driver.suggest({ rng: createRng(seed) });
      const why = child?.why as { parents: number[]; changed: string[] };
      const parent = point(why.parents[0] ?? -1, why.parents[0]);
      const differing = Object.keys(parent).filter((name) => child?.params[name] !== parent[name]);
      expect(why.changed).toEqual(differing);
      expect(differing).toHaveLength(1);
    }
  });

  it('mixes two parents when told to', () => {
    const trials = [0, 1, 2, 3].map((n) => trial(n, n, point(n, n + 10, n + 20, n + 30)));
    const children = tellAll(trials, { tournament: 1, crossover: 1 }).suggest({ count: 3, rng: createRng(3) });
    expect(children).toHaveLength(3);
    for (const { params, why } of children) {
      const parents = (why as { parents: number[] }).parents;
      expect(parents).toHaveLength(2);
      expect(parents.map((n) => n + 10)).toContain(params['hp.b']);
      expect(parents.map((n) => n + 30)).toContain(params['hp.d']);
    }
  });

  // Sum of four digits out of 99, 120 trials, seeds 0 … 9: random search reaches about 330 of 396 on average.
  it('finds better designs than random search does', () => {
    const best = (population: number) =>
      Array.from({ length: 10 }, (_, seed) => {
        const driver = search({ population, tournament: 5 });
        let top = 0;
        for (let number = 0; number < 120; number++) {
          const params = driver.suggest({ rng: createRng(seed).fork(number) })[0]?.params ?? point(0);
          const value = Object.values(params).reduce<number>((sum, digit) => sum + Number(digit), 0);
          top = Math.max(top, value);
          driver.tell(trial(number, value, params));
        }
        return top;
      }).reduce((sum, value) => sum + value / 10, 0);
    expect(best(10)).toBeGreaterThan(best(120) + 20);
  });
});

/** Of one ask for each seed. */
function parentList(driver: SearchDriver, asks: number): number[] {
  return Array.from({ length: asks }, (_, seed) => {
    const [child] = driver.suggest({ rng: createRng(seed) });
    return (child?.why as { parents?: number[] } | undefined)?.parents?.[0] ?? -1;
  });
}

function parentsOf(driver: SearchDriver, asks: number): Set<number> {
  return new Set(parentList(driver, asks));
}
