import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { percentile } from './percentile.js';

/** Whether a fifth trial of this accuracy goes on, after four with 0.1, 0.2, 0.3, 0.4. */
function goesOn(accuracy: number, keep: number): boolean {
  const context = {
    options: { startupTrials: 4, minSteps: 1, percentile: keep },
    objectives: [{ metric: 'accuracy', direction: 'maximize' }] as const,
    maxStep: 2,
    rng: createRng(1),
  };
  let state: Json = percentile.init(context);
  for (const trial of [0, 1, 2, 3]) {
    for (const step of [1, 2]) {
      state = percentile.report(state, context, { trial, step, values: [0.1 + 0.1 * trial] }).state;
    }
  }
  return percentile.report(state, context, { trial: 4, step: 1, values: [accuracy] }).decision === 'continue';
}

describe('percentile', () => {
  it('lets go on what is among the best per cent, linear between neighbours', () => {
    // The best quarter of 0.1 … 0.4 begins at 0.325, the best 70 per cent at 0.19.
    expect([0.33, 0.32].map((accuracy) => goesOn(accuracy, 25))).toEqual([true, false]);
    expect([0.2, 0.18].map((accuracy) => goesOn(accuracy, 70))).toEqual([true, false]);
    expect([0.4, 0.39].map((accuracy) => goesOn(accuracy, 0))).toEqual([true, false]);
    expect(goesOn(0.11, 100)).toBe(true);
  });
});
