import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { wilcoxon } from './wilcoxon.js';

const context = {
  options: { pValue: 0.1, minSteps: 2 },
  objectives: [{ metric: 'loss', direction: 'minimize' }] as const,
  maxStep: 8,
  rng: createRng(1),
};

/** Decisions of the last trial; each reports its losses from step 1 on, one trial after the other. */
function decide(trials: readonly (readonly number[])[]): string[] {
  let state: Json = wilcoxon.init(context);
  const decisions = trials.map((losses, trial) =>
    losses.map((loss, i) => {
      const answer = wilcoxon.report(state, context, { trial, step: i + 1, values: [loss] });
      state = answer.state;
      return answer.decision;
    }),
  );
  return decisions.at(-1) ?? [];
}
const best = [8, 5, 7, 6, 4, 3, 2, 1];

describe('wilcoxon', () => {
  it('stops what is worse on every instance at p < 0.1: four in a row have p = 1/16', () => {
    const worse = best.map((loss, i) => loss + 0.1 * (i + 1));
    expect(decide([best, worse]).slice(0, 5)).toEqual(['continue', 'continue', 'continue', 'stop', 'stop']);
  });

  it('is paired: a steady small loss outweighs instances that differ much among themselves', () => {
    expect(
      decide([
        [0, 10, 20, 30, 1, 1, 1, 1],
        [1, 12, 23, 34],
      ]).at(3),
    ).toBe('stop');
    expect(
      decide([
        [0, 10, 20, 30, 1, 1, 1, 1],
        [30, 20, 10, 0],
      ]),
    ).not.toContain('stop');
  });

  it('never stops while the mean is at least as good as the best one’s', () => {
    expect(
      decide([
        [0, 0, 0, 0, 9, 9, 9, 9],
        [1, 2, 3, 4],
      ]),
    ).not.toContain('stop');
  });

  it('compares with the best of those that ran to their end without a value that is no number', () => {
    const worse = [6, 6, 6, 6];
    const nan = best.map(() => Number.NaN);
    expect(decide([best.slice(0, 7), worse])).not.toContain('stop');
    expect(decide([nan, worse])).not.toContain('stop');
    expect(decide([best.map((loss) => loss + 9), best, nan, [9, 9, 9, 9]])).toContain('stop');
    expect(decide([best, [1, Number.NaN, 7, 3, 6, 2]])).toEqual(new Array(6).fill('continue'));
    expect(decide([best, nan]).at(3)).toBe('stop');
  });
});
