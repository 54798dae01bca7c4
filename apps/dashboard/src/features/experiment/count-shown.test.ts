import { expect, it } from '@jest/globals';
import { countShown } from './count-shown.js';
import { parseViewState } from './view-state.js';

const experiment = {
  counts: { waiting: 1, running: 2, complete: 30, pruned: 10, failed: 3, cancelled: 0, infeasible: 4 },
  finalTrials: [{ state: 'complete' }, { state: 'running' }],
} as unknown as Parameters<typeof countShown>[0];
const count = (query: string) => {
  const names = new URLSearchParams(query);
  return countShown(
    experiment,
    parseViewState((name) => names.get(name)),
  );
};

it('counts all trials, retrained winners among them', () => expect(count('')).toBe(52));

it('counts trials of some states', () => {
  expect(count('state=complete')).toBe(31);
  expect(count('state=running,infeasible')).toBe(7);
});

it('counts the trials of a brush: they are numbered without a gap', () => {
  expect(count('between=10-19')).toBe(10);
  expect(count('between=50-90')).toBe(2);
  expect(count('between=52-90')).toBe(0);
});

it('leaves states within a brush to the server', () => expect(count('state=complete&between=10-19')).toBeNull());
