import { expect, it } from '@jest/globals';
import { countShown } from './count-shown.js';
import { parseViewState } from './view-state.js';

const counts = { waiting: 1, running: 2, complete: 30, pruned: 10, failed: 3, cancelled: 0, infeasible: 4 };
const ofSearch = 50;
const count = (query: string, trialCount = ofSearch + 7) => {
  const names = new URLSearchParams(query);
  return countShown(
    { counts, trialCount } as unknown as Parameters<typeof countShown>[0],
    parseViewState((name) => names.get(name)),
  );
};

it('counts all trials, of every kind', () => expect(count('')).toBe(57));

it('counts the trials of a brush: they are numbered without a gap', () => {
  expect(count('between=10-19')).toBe(10);
  expect(count('between=55-90')).toBe(2);
  expect(count('between=57-90')).toBe(0);
});

it('counts trials of the search, of some states', () => {
  expect(count('kind=search')).toBe(50);
  expect(count('state=running,infeasible&kind=search')).toBe(6);
  // There are no others yet.
  expect(count('state=complete', ofSearch)).toBe(30);
  expect(count('state=complete&kind=search,final', ofSearch)).toBe(30);
});

it.each([
  'state=complete',
  'kind=final',
  'front=only',
  'kind=search,repeat',
  'kind=search&between=10-19',
  'state=complete&between=10-19',
])('leaves %s to the server', (query) => expect(count(query)).toBeNull());
