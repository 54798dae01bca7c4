import type { Params } from '@cambium/core';
import { constrainSpace, requireSpace } from '@cambium/spaces';
import { driveSearch, endedAs } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { random } from './random.js';

const space = requireSpace({
  hp: { a: { type: 'categorical', choices: ['x', 'y'] }, b: { type: 'int', low: 1, high: 3 } },
});

describe('random', () => {
  it('gives each point of a finite space once, then says that it is exhausted', () => {
    const search = driveSearch({ searcher: random, space });
    const suggestions = search.suggest({ count: 10 });
    expect(new Set(suggestions.map(({ params }) => JSON.stringify(params))).size).toBe(6);
    expect(suggestions).toHaveLength(6);
    for (const [number, { params }] of suggestions.entries()) {
      search.tell(endedAs('failed', { number, params }));
    }
    expect(search.ask()).toEqual({ kind: 'exhausted' });
  });

  it('counts feasible points only', () => {
    const onlyX = constrainSpace(space, (params: Params) => params['hp.a'] === 'x');
    const suggestions = driveSearch({ searcher: random, space: onlyX }).suggest({ count: 10 });
    expect(suggestions.map(({ params }) => params['hp.a'])).toEqual(['x', 'x', 'x']);
  });
});
