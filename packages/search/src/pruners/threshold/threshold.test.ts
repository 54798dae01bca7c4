import { createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { threshold } from './threshold.js';

function decide(options: object, step: number, value: number): string {
  const objectives = [{ metric: 'loss', direction: 'minimize' }] as const;
  const context = { options: { minSteps: 2, ...options }, objectives, maxStep: 5, rng: createRng(1) };
  return threshold.report(threshold.init(context), context, { trial: 0, step, values: [value] }).decision;
}

describe('threshold', () => {
  it('stops outside of the bounds, which themselves are allowed', () => {
    const bounds = { lower: -1, upper: 3 };
    expect([-1.1, -1, 3, 3.1].map((value) => decide(bounds, 2, value))).toEqual([
      'stop',
      'continue',
      'continue',
      'stop',
    ]);
  });

  it('stops what is no finite number, with and without bounds', () => {
    for (const value of [Number.NaN, Infinity, -Infinity]) expect(decide({}, 2, value)).toBe('stop');
    expect(decide({}, 2, 1e300)).toBe('continue');
  });

  it('waits for the grace steps and lets the last step be', () => {
    expect([1, 2, 4, 5].map((step) => decide({ upper: 0 }, step, 1))).toEqual(['continue', 'stop', 'stop', 'continue']);
  });
});
