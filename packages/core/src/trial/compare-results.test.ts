import { expect, it } from '@jest/globals';
import { compareResults, type TrialResult } from './compare-results.js';

const sorted = (results: readonly TrialResult[], direction: 'minimize' | 'maximize') =>
  results.toSorted((a, b) => compareResults(a, b, direction)).map(({ steps, value }) => [steps, value]);

it('puts more steps first, whatever the value, then the better value', () => {
  const results = [
    { steps: 3, value: 0.9 },
    { steps: 9, value: 0.2 },
    { steps: 9, value: 0.5 },
    { steps: 1, value: 0.99 },
  ];
  const [one, three] = [
    [1, 0.99],
    [3, 0.9],
  ];
  expect(sorted(results, 'maximize')).toEqual([[9, 0.5], [9, 0.2], three, one]);
  expect(sorted(results, 'minimize')).toEqual([[9, 0.2], [9, 0.5], three, one]);
});

it('takes equals for equal', () => {
  expect(compareResults({ steps: 3, value: 1 }, { steps: 3, value: 1 }, 'maximize')).toBeCloseTo(0);
});
