import { describe, expect, it } from '@jest/globals';
import { rungSteps } from './rung-steps.js';

describe('rungSteps', () => {
  it.each([
    [81, 3, [1, 3, 9, 27]],
    [243, 3, [1, 3, 9, 27, 81]],
    [1000, 10, [1, 10, 100]],
    [125, 5, [1, 5, 25]],
    [1001, 10, [1, 10, 100, 1000]],
    [1, 3, []],
    [6, 1.5, [1, 2, 3, 5]],
  ])('for %i steps and η = %d', (maxStep, eta, expected) => {
    expect(rungSteps({ first: 1, eta, maxStep })).toEqual(expected);
  });

  it('starts at the grace period', () => {
    expect(rungSteps({ first: 4, eta: 2, maxStep: 20 })).toEqual([4, 8, 16]);
  });
});
