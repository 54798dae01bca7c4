import {
  createRng,
  createSearchHistory,
  type FinishedTrial,
  type Params,
  type Space,
  type Suggestion,
} from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs, minimize, type SearchSetup } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { hypervolume } from '../../math/pareto/hypervolume.js';
import { lossesOf } from '../../math/pareto/losses.js';
import { gp } from './gp.js';

const square = requireSpace({
  hp: { x: { type: 'float', low: -5, high: 10 }, y: { type: 'float', low: 0, high: 15 } },
});

function branin({ 'hp.x': x, 'hp.y': y }: Params): number {
  const a = Number(x);
  const b = Number(y) - (5.1 / (4 * Math.PI ** 2)) * a * a + (5 / Math.PI) * a - 6;
  return b * b + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(a) + 10;
}

type Finish = (number: number, params: Params) => FinishedTrial;

/** Trials one after the other, or in batches. */
function search(setup: Partial<SearchSetup>, trials: number, finish: Finish, batch = 1): Suggestion[] {
  const driver = driveSearch({ searcher: gp, space: square, objectives: minimize, ...setup });
  const suggestions: Suggestion[] = [];
  while (suggestions.length < trials) {
    const first = suggestions.length;
    const next = driver.suggest({ rng: createRng('gp').fork(first), nextNumber: first, count: batch });
    suggestions.push(...next);
    driver.tell(...next.map(({ params }, i) => finish(first + i, params)));
  }
  return suggestions;
}
const plain: Finish = (number, params) => complete({ number, params }, [branin(params)]);
const best = (suggestions: readonly Suggestion[]) => Math.min(...suggestions.map(({ params }) => branin(params)));
const paramsOf = (suggestions: readonly Suggestion[]) => suggestions.map(({ params }) => params);
const by = (suggestion: Suggestion | undefined) => (suggestion?.why as { by: string } | undefined)?.by;

describe('gp', () => {
  it('begins with a Sobol sequence and then finds the minimum in few trials', () => {
    const suggestions = search({}, 40, plain);
    expect(suggestions.map(by)).toEqual([...new Array(10).fill('sobol'), ...new Array(30).fill('gp')]);
    expect(best(suggestions)).toBeLessThan(0.3979 + 0.02);
  });

  it('suggests the very same for values in another unit and from another zero', () => {
    const other: Finish = (number, params) => complete({ number, params }, [1000 * branin(params) + 7]);
    expect(paramsOf(search({}, 24, other))).toEqual(paramsOf(search({}, 24, plain)));
  });

  it('suggests the same on a host that has just been sent the history', () => {
    const driver = driveSearch({ searcher: gp, space: square, objectives: minimize });
    for (let number = 0; number < 20; number++) {
      const [suggestion] = driver.suggest({ rng: createRng(number) });
      if (suggestion === undefined) throw new Error('nothing');
      const fresh = createSearchHistory(driver.context);
      for (const trial of driver.history.trials) fresh.add(trial);
      driver.tell(plain(number, suggestion.params));
      const context = { ...driver.context, history: fresh, pending: [], nextNumber: number, count: 1 };
      if (number < 19) continue;
      const again = gp.ask(driver.state, { ...context, rng: createRng(number) });
      expect(again.result).toEqual({ kind: 'suggest', suggestions: [suggestion] });
    }
  });

  it('searches cells by their paths', () => {
    const space = requireSpace({ arch: { dialect: 'nasbench201' } });
    const { paths = [], count } = space.pathEncoding ?? {};
    const deepest = (params: Params) => {
      const lengths = paths.map((path) => path.split('nor_conv_3x3').length - 1);
      return Math.max(...(count?.(params) ?? []).map((times, i) => (times > 0 ? (lengths[i] ?? 0) : 0)));
    };
    const cells: Finish = (number, params) => complete({ number, params }, [-deepest(params)]);
    const options = { encoding: 'path', startupTrials: 5 };
    const found = search({ space, options }, 24, cells);
    for (const { params } of found) expect(space.isFeasible(params)).toBe(true);
    expect(Math.max(...found.map(({ params }) => deepest(params)))).toBe(3);
    expect(search({ space, options }, 24, cells)).toEqual(found);
  });

  it('takes paths only where the space knows them', () => {
    const issues = (space: Space) => gp.spaceIssues?.({ encoding: 'path' }, space).map(({ path }) => path);
    expect(issues(square)).toEqual([['encoding']]);
    expect(issues(requireSpace({ arch: { dialect: 'darts-cells' } }))).toEqual([]);
    expect(gp.spaceIssues?.({ encoding: 'parameters' }, square)).toEqual([]);
  });

  it('spreads a batch, and trials that are still pending', () => {
    const told = search({}, 16, plain);
    const driver = driveSearch({ searcher: gp, space: square, objectives: minimize });
    driver.tell(...told.map(({ params }, number) => plain(number, params)));
    const batch = paramsOf(driver.suggest({ count: 6 }));
    const distance = (a: Params, b: Params) =>
      Math.hypot(Number(a['hp.x']) - Number(b['hp.x']), Number(a['hp.y']) - Number(b['hp.y']));
    for (const [i, a] of batch.entries()) {
      for (const b of batch.slice(i + 1)) expect(distance(a, b)).toBeGreaterThan(0.05);
    }
    const pending = batch.map((params, i) => ({ number: 16 + i, params }));
    const [next] = paramsOf(driver.suggest({ pending }));
    for (const params of batch) expect(distance(params, next ?? {})).toBeGreaterThan(0.05);
  });

  it('keeps measured constraints', () => {
    const constraints = [{ metric: 'size', max: 0 }];
    // The two minima at x = π and 9.42 are infeasible, that at −π is not.
    const finish: Finish = (number, params) => {
      const size = Number(params['hp.x']);
      return { ...plain(number, params), metrics: { size }, violation: Math.max(0, size) };
    };
    const suggestions = search({ constraints }, 35, finish);
    expect(best(suggestions.filter(({ params }) => Number(params['hp.x']) <= 0))).toBeLessThan(0.3979 + 0.1);
    const late = suggestions.slice(15);
    expect(late.filter(({ params }) => Number(params['hp.x']) <= 0).length).toBeGreaterThan(late.length / 2);
  });

  it('looks for what is feasible while nothing is', () => {
    const constraints = [{ metric: 'distance', max: 1 }];
    const finish: Finish = (number, params) => {
      const distance = Math.hypot(Number(params['hp.x']) - 8, Number(params['hp.y']) - 13);
      return { ...plain(number, params), metrics: { distance }, violation: Math.max(0, distance - 1) };
    };
    const suggestions = search({ constraints }, 24, finish);
    const feasible = suggestions.filter(
      (_, number) => finish(number, suggestions[number]?.params ?? {}).violation === 0,
    );
    // One trial in 72 is by chance.
    expect(feasible.length).toBeGreaterThan(2);
  });

  it('learns where trials fail', () => {
    const failing = (params: Params) => Number(params['hp.x']) > 2.5;
    const finish: Finish = (number, params) =>
      failing(params) ? endedAs('failed', { number, params }) : plain(number, params);
    const suggestions = search({}, 35, finish);
    expect(suggestions.slice(0, 10).filter(({ params }) => failing(params)).length).toBeGreaterThan(2);
    expect(suggestions.slice(20).filter(({ params }) => failing(params)).length).toBeLessThan(5);
    expect(best(suggestions.filter(({ params }) => !failing(params)))).toBeLessThan(0.3979 + 0.05);
  });

  it('is not led astray by a value a million times worse than the others', () => {
    const finish: Finish = (number, params) =>
      complete({ number, params }, [Number(params['hp.x']) > 8 ? 1e9 * (1 + branin(params)) : branin(params)]);
    expect(best(search({}, 32, finish))).toBeLessThan(0.3979 + 0.05);
  });

  it('spreads over the front of several objectives', () => {
    const space = requireSpace({
      hp: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, { type: 'float', low: 0, high: 1 }])),
    });
    // Fonseca and Fleming: the front is a = b = c from one end to the other.
    const values = (params: Params) => {
      const x = Object.values(params).map((unit) => 4 * Number(unit) - 2);
      const side = (sign: number) => 1 - Math.exp(-x.reduce((sum, u) => sum + (u + sign / Math.sqrt(3)) ** 2, 0));
      return [side(-1), side(1)] as const;
    };
    const objectives = ['left', 'right'].map((metric) => ({ metric, direction: 'minimize' as const }));
    const suggestions = search({ space, objectives }, 40, (number, params) =>
      complete({ number, params }, values(params)),
    );
    // The true front's hypervolume, from 0 to 1 in each objective, is 0.3421.
    const losses = lossesOf(
      suggestions.map(({ params }) => values(params)),
      2,
    );
    expect(hypervolume(losses, [1, 1])).toBeGreaterThan(0.9 * 0.3421);
  });

  it('tries every design of a small space once', () => {
    const space = requireSpace({
      hp: {
        a: { type: 'categorical', choices: ['x', 'y'] },
        b: { type: 'int', low: 1, high: 4, when: { a: 'x' } },
        c: { type: 'ordinal', choices: [1, 2, 3] },
      },
    });
    const driver = driveSearch({ searcher: gp, space, objectives: minimize });
    const seen = new Set<string>();
    for (let number = 0; number < 15; number++) {
      const [suggestion] = driver.suggest({ rng: createRng(number) });
      if (suggestion === undefined) throw new Error('nothing');
      seen.add(space.canonicalKey(suggestion.params));
      driver.tell(complete({ number, params: suggestion.params }, [seen.size % 3]));
    }
    expect(seen.size).toBe(15);
    expect(driver.ask()).toEqual({ kind: 'exhausted' });
  });

  it('searches ever nearer to the best point where it is told to', () => {
    const bowl: Finish = (number, params) =>
      complete({ number, params }, [(Number(params['hp.x']) - 1) ** 2 + (Number(params['hp.y']) - 4) ** 2]);
    const suggestions = search({ options: { trustRegion: 'on', startupTrials: 5 } }, 36, bowl);
    const distances = suggestions.slice(-8).map(({ params, why }) => {
      const { parents } = why as { parents: number[] };
      const parent = suggestions[parents[0] ?? -1]?.params ?? {};
      return Math.max(...Object.entries(params).map(([name, value]) => Math.abs(Number(value) - Number(parent[name]))));
    });
    expect(Math.max(...distances)).toBeLessThan(1);
  });
});
