import { expect, it } from '@jest/globals';
import type { MethodRun } from './run-method.js';
import { costLines, searchCosts } from './search-costs.js';

const run = (dataset: string, method: string, seed: number, searchSeconds: number): MethodRun => ({
  dataset,
  method,
  seed,
  accuracy: 0.5,
  seconds: searchSeconds + 1,
  searchSeconds,
});

it('holds the seconds of a search by Fast AutoAugment against those of AutoAugment for as many policies, seed by seed', () => {
  const runs = [
    run('digits', 'autoaugment', 1, 120),
    run('digits', 'autoaugment', 2, 60),
    run('digits', 'fast-autoaugment', 1, 98),
    run('digits', 'fast-autoaugment', 2, 98),
    run('digits', 'fast-autoaugment', 3, 1),
    run('letters', 'fast-autoaugment', 1, 1),
    run('signs', 'autoaugment', 4, 12),
    run('signs', 'fast-autoaugment', 4, 9.8),
  ];
  // 10 and 5 seconds for each of 98 policies.
  const costs = searchCosts(runs, { trials: 12, judged: 100 });
  expect(costs).toMatchObject([
    { dataset: 'digits', judged: 98, share: { runs: 2, mean: expect.closeTo(0.15, 9) } },
    { dataset: 'signs', judged: 98, share: { runs: 1, mean: expect.closeTo(0.1, 9) } },
  ]);
  expect(costs[0]?.share.interval[0]).toBeLessThan(0.1);
  expect(costLines(costs)).toEqual([
    expect.stringMatching(/^digits: .* judges 98 policies, costs 15\.0 % \[-48\.5 %, 78\.5 %\] of 2 of what/),
    expect.stringMatching(/^signs: .* costs 10\.0 % of what/),
  ]);
});
