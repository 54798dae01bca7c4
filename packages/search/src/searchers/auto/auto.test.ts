import { createRng, type JsonObject, type Objective } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { complete, driveSearch, endedAs, maximize, minimize, runSearch } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { chooseArms } from './arms.js';
import { auto } from './auto.js';

const box = requireSpace({ hp: { x: { type: 'float', low: 0, high: 1 }, y: { type: 'float', low: 0, high: 1 } } });
const choices = requireSpace({
  hp: {
    kind: { type: 'categorical', choices: ['a', 'b'] },
    depth: { type: 'int', low: 1, high: 6, when: { kind: 'a' } },
  },
});
const two: readonly Objective[] = ['f', 'g'].map((metric) => ({ metric, direction: 'minimize' }));

const chosen = (
  maxTrials: number,
  setup: { space?: typeof box; objectives?: readonly Objective[]; maxParallel?: number } = {},
) => {
  const { space = box, objectives = maximize, maxParallel = 1 } = setup;
  const { context } = driveSearch({ searcher: auto, space, objectives, budget: { maxTrials, maxParallel } });
  return chooseArms(context).arms.map(({ name }) => name);
};

describe('chooseArms', () => {
  it('goes by the budget, the space and the objectives', () => {
    expect(chosen(50)).toEqual(['gp', 'tpe']);
    expect(chosen(1000)).toEqual(['tpe', 'cma-es']);
    expect(chosen(1000, { space: choices })).toEqual(['tpe', 'evolution']);
    expect(chosen(50, { objectives: two })).toEqual(['tpe']);
    expect(chosen(500, { objectives: two })).toEqual(['tpe', 'nsga-ii']);
    expect(chosen(500, { objectives: [...two, ...two] })).toEqual(['tpe', 'nsga-iii']);
  });

  it('does not learn where all trials run at one time', () => {
    expect(chosen(50, { maxParallel: 30 })).toEqual(['quasi-random']);
  });
});

/** One trial after the other; the value follows from its number and who suggested it, null for a failure. */
function methodsAsked(trials: number, valueOf: (number: number, method: unknown) => number | null): unknown[] {
  const search = driveSearch({ searcher: auto, space: box, objectives: minimize, budget: { maxTrials: 150 } });
  return Array.from({ length: trials }, (_, number) => {
    const [suggestion] = search.suggest({ rng: createRng(number) });
    if (suggestion === undefined) throw new Error('the space is endless');
    const { method } = suggestion.why as JsonObject;
    const pending = { number, params: suggestion.params };
    const value = valueOf(number, method);
    search.tell(value === null ? endedAs('failed', pending) : complete(pending, [value]));
    return method;
  });
}

const count = (methods: readonly unknown[], wanted: string) => methods.filter((method) => method === wanted).length;

describe('auto', () => {
  it('says which method it chose, why, and what that one said', () => {
    const { suggestions } = runSearch({ searcher: auto, space: box, trials: 30, seed: 1 });
    const reasons = suggestions.map(({ why }) => why as JsonObject);
    expect(reasons[0]).toMatchObject({ method: 'quasi-random', because: 'the first trials spread over the space' });
    const later = reasons.slice(10);
    expect(new Set(later.map(({ method }) => method))).toEqual(new Set(['gp', 'tpe']));
    for (const { because, suggested } of later) {
      expect(because).toBe('30 trials are few: each must teach much');
      expect(suggested).toHaveProperty('by');
    }
  });

  it('gives each pending trial of one ask to an arm, and forgets who was asked once the trial is told', () => {
    const search = driveSearch({ searcher: auto, space: box, objectives: minimize, budget: { maxTrials: 100 } });
    const first = search.suggest({ count: 10 });
    for (const [number, { params }] of first.entries()) search.tell(complete({ number, params }, [number]));
    search.suggest({ count: 4 });
    const { asked } = search.state as { asked: Record<string, string> };
    expect(Object.keys(asked)).toEqual(['10', '11', '12', '13']);
    expect(new Set(Object.values(asked))).toEqual(new Set(['gp', 'tpe']));
  });

  it('asks the arm more often whose trials do better, and the other one now and then', () => {
    const last = methodsAsked(60, (number, method) => (method === 'tpe' ? -number : 10 - number)).slice(30);
    expect(count(last, 'tpe')).toBeGreaterThan(20);
    expect(count(last, 'gp')).toBeGreaterThan(0);
  });

  it('turns from an arm whose trials fail', () => {
    const last = methodsAsked(50, (_, method) => (method === 'gp' ? null : 1)).slice(25);
    expect(count(last, 'gp')).toBeLessThan(8);
  });
});
