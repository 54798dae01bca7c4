import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { median } from './median.js';

const context = {
  options: { startupTrials: 3, minSteps: 2 },
  objectives: [{ metric: 'accuracy', direction: 'maximize' }] as const,
  maxStep: 3,
  rng: createRng(1),
};

/** Decisions for trials that report `values` from step 1 on, one trial after the other. */
function decide(trials: readonly (readonly number[])[]): string[][] {
  let state: Json = median.init(context);
  return trials.map((values, trial) =>
    values.map((value, i) => {
      const answer = median.report(state, context, { trial, step: i + 1, values: [value] });
      state = answer.state;
      return answer.decision;
    }),
  );
}
const finished = [
  [0.1, 0.3, 0.5],
  [0.2, 0.4, 0.6],
  [0.3, 0.5, 0.7],
];

describe('median', () => {
  it('stops a trial whose best so far is below the median at this step', () => {
    expect(decide([...finished, [0.1, 0.39, 0.1]]).at(-1)).toEqual(['continue', 'stop', 'continue']);
    expect(decide([...finished, [0.1, 0.4, 0.1]]).at(-1)).toEqual(['continue', 'continue', 'continue']);
    expect(decide([...finished, [0.45, 0.1, 0.1]]).at(-1)).toEqual(['continue', 'continue', 'continue']);
  });

  it('compares with trials that ran to their end only, once there are enough', () => {
    const unfinished = Array.from({ length: 9 }, () => [0.9, 0.9]);
    expect(decide([...unfinished, ...finished.slice(1), [0.1, 0.1]]).at(-1)).toEqual(['continue', 'continue']);
    expect(decide([...unfinished, ...finished, [0.1, 0.45]]).at(-1)).toEqual(['continue', 'continue']);
  });

  it('ignores what was not finite in others and holds it against the trial itself', () => {
    const nan = Number.NaN;
    expect(decide([...finished, [nan, nan, 0.9], [0.1, 0.39]]).at(-1)).toEqual(['continue', 'stop']);
    expect(decide([...finished, [nan, nan]]).at(-1)).toEqual(['continue', 'stop']);
    expect(decide([...[0, 1, 2, 3].map(() => [nan, nan, nan]), [0.1, 0.1]]).at(-1)).toEqual(['continue', 'continue']);
  });
});
