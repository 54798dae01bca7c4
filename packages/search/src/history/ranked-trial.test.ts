import type { FinishedTrial } from '@cambium/core';
import { complete } from '@cambium/testkit';
import { describe, expect, it } from '@jest/globals';
import { compareTrials, type RankedTrial, rankTrial } from './ranked-trial.js';

const base = complete({ number: 0, params: {} }, [0.5], { lastStep: 4 });
const maximize = [{ metric: 'accuracy', direction: 'maximize' }] as const;
const minimize = [{ metric: 'loss', direction: 'minimize' }] as const;

/** Numbers of the trials, best first. */
function order(trials: readonly Partial<FinishedTrial>[]): number[] {
  return trials
    .map((trial, number) => rankTrial({ ...base, ...trial, number }, maximize))
    .filter((ranked): ranked is RankedTrial => ranked !== undefined)
    .sort(compareTrials)
    .map(({ number }) => number);
}

describe('rankTrial', () => {
  it('turns either direction into a loss', () => {
    expect(rankTrial(base, maximize)?.loss).toBe(-0.5);
    expect(rankTrial(base, minimize)?.loss).toBe(0.5);
  });

  it('learns nothing from trials without a finite value, or that were not evaluated', () => {
    for (const trial of [
      { values: [Number.NaN] },
      { values: [Infinity] },
      { values: [] },
      { state: 'failed' },
      { state: 'cancelled' },
      { state: 'infeasible' },
    ] as const) {
      expect(rankTrial({ ...base, ...trial }, maximize)).toBeUndefined();
    }
    const { values: _, ...unmeasured } = base;
    expect(rankTrial({ ...unmeasured, state: 'pruned' }, maximize)).toBeUndefined();
  });
});

describe('compareTrials', () => {
  it('prefers complete to pruned to broken, there further, less broken, better', () => {
    expect(
      order([
        { violation: 2, values: [0.99] },
        { violation: 1, values: [0.1] },
        { violation: 1, values: [0.2] },
        { state: 'pruned', lastStep: 1, values: [0.9] },
        { state: 'pruned', lastStep: 2, values: [0.1] },
        { state: 'pruned', lastStep: 2, values: [0.3] },
        { values: [0.4] },
        { values: [0.6] },
      ]),
    ).toEqual([7, 6, 5, 4, 3, 2, 1, 0]);
  });
});
