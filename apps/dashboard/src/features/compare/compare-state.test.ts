import { expect, it } from '@jest/globals';
import { canBeRead, compareHref, parseCompareState } from './compare-state.js';

const parse = (query: string) => parseCompareState((name) => new URLSearchParams(query).getAll(name));

it('a link names each experiment once, in order, and the axis where it is not the usual one', () => {
  expect(parse('id=b&id=a&id=&id=b&by=nonsense')).toEqual({ ids: ['b', 'a'], by: 'seconds' });
  for (const state of [
    { ids: ['b', 'a'], by: 'seconds' },
    { ids: ['a&b', 'c'], by: 'trials' },
    { ids: [], by: 'seconds' },
  ] as const) {
    expect(parse(compareHref(state).split('?')[1] ?? '')).toEqual(state);
  }
});

it('the API is asked for one to eight', () => {
  const some = (count: number) => ({ ids: Array.from({ length: count }, (_, i) => `${i}`), by: 'seconds' as const });
  expect([0, 1, 8, 9].map((count) => canBeRead(some(count)))).toEqual([false, true, true, false]);
});
