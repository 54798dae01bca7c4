import { createRegistry, type PendingTrial, proxyMode, type Screening } from '@cambium/core';
import { constrainSpace, requireSpace } from '@cambium/spaces';
import { complete, describeSearcher, driveSearch, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { searchers } from '../registry.js';
import { screenFirst } from './screen-first.js';

const screening: Screening = { metric: 'guess', direction: 'maximize', candidates: 6, keep: 2 };

describeSearcher(
  createRegistry(
    'searcher',
    ['random', 'tpe', 'cma-es', 'asha', 'auto'].map((name) => screenFirst(searchers.get(name), screening)),
  ),
  {
    spaces: {
      mixed: requireSpace({
        hp: {
          lr: { type: 'float', low: 0.0003, high: 0.03, log: true },
          kind: { type: 'categorical', choices: ['a', 'b'] },
          depth: { type: 'int', low: 1, high: 9, when: { kind: 'a' } },
        },
      }),
      tiny: requireSpace({
        hp: { a: { type: 'categorical', choices: ['x', 'y'] }, b: { type: 'int', low: 1, high: 2 } },
      }),
    },
    tinySize: 4,
    constrain: constrainSpace,
    slow: { auto: {} },
  },
);

describe('a search that is begun with a screening', () => {
  const space = requireSpace({ hp: { x: { type: 'float', low: 0, high: 1 } } });
  const start = (change: Partial<Screening> = {}) => {
    const searcher = screenFirst(searchers.get('random'), { ...screening, ...change });
    const search = driveSearch({ searcher, space });
    const candidates = search.suggest({ count: 20 });
    const judged = candidates.map(({ params }, number): PendingTrial => ({ number, params, mode: proxyMode }));
    return { search, candidates, judged };
  };
  const scored = (trial: PendingTrial, guess: number | null) => complete(trial, [], { metrics: { guess, params: 7 } });
  const guesses = [3, null, 9, Number.NaN, 5, 9];

  it('judges so many, waits for all of them, and trains the best, the first of equals first', () => {
    const { search, candidates, judged } = start();
    expect(candidates.map(({ mode }) => mode)).toEqual(new Array(6).fill(proxyMode));
    for (const [i, trial] of judged.slice(0, 5).entries()) search.tell(scored(trial, guesses[i] ?? null));
    expect(search.ask({ pending: judged.slice(5) })).toEqual({ kind: 'wait' });
    search.tell(...judged.slice(5).map((trial) => scored(trial, 9)));
    const [first, second, ...others] = search.suggest({ count: 5 });
    expect([first, second].map((suggestion) => suggestion?.params)).toEqual([judged[2]?.params, judged[5]?.params]);
    expect(others).toEqual([]);
    expect(first?.mode).toBeUndefined();
    expect(first?.why).toEqual({ by: 'screening', metric: 'guess', score: 9, place: 1, of: 6, params: 7, trial: 2 });
    const pending = [{ number: 6, params: first?.params ?? {} }];
    expect(search.suggest({ pending })[0]?.params).toEqual(second?.params);
    const both = [...pending, { number: 7, params: second?.params ?? {} }];
    expect(search.suggest({ pending: both })[0]?.why).toMatchObject({ by: 'random' });
  });

  it('takes the lowest where that is best, and leaves out what breaks a constraint', () => {
    const { search, judged } = start({ direction: 'minimize', keep: 1 });
    for (const [i, trial] of judged.entries()) search.tell({ ...scored(trial, i), violation: i === 0 ? 1 : 0 });
    expect(search.suggest({ count: 2 }).map(({ params }) => params)).toEqual([judged[1]?.params]);
  });

  it('asks the searcher at once where no candidate has a score', () => {
    const { search, judged } = start();
    search.tell(...judged.map((trial) => endedAs('failed', trial)));
    expect(search.suggest()[0]?.why).toMatchObject({ by: 'random' });
  });
});
