import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { patient } from './patient.js';

/** Decisions for trials that report these losses from step 1 on, one trial after the other. */
function decide(given: object, trials: readonly (readonly number[])[]): string[][] {
  const options = patient.options.safeParse(given);
  if (!options.success) throw new Error('refused');
  const objectives = [{ metric: 'loss', direction: 'minimize' }] as const;
  const context = { options: options.data, objectives, maxStep: 8, rng: createRng(1) };
  let state: Json = patient.init(context);
  return trials.map((losses, trial) =>
    losses.map((loss, i) => {
      const answer = patient.report(state, context, { trial, step: i + 1, values: [loss] });
      state = answer.state;
      return answer.decision;
    }),
  );
}
const alone = { patience: 2, pruner: { name: 'none' } };

describe('patient', () => {
  it('stops after so many steps without improvement', () => {
    expect(decide(alone, [[3, 2, 2, 2]])).toEqual([['continue', 'continue', 'continue', 'stop']]);
    expect(decide(alone, [[3, 2, 4, 1, 5, 6]])[0]?.slice(2)).toEqual(['continue', 'continue', 'continue', 'stop']);
    expect(decide(alone, [[8, 7, 6, 5, 4, 3, 2]])[0]).not.toContain('stop');
  });

  it('takes less than the least improvement for none', () => {
    const slow = [3, 2.9, 2.8, 2.7];
    expect(decide({ ...alone, minDelta: 0.15 }, [slow])[0]).not.toContain('stop');
    expect(decide({ ...alone, minDelta: 0.25 }, [slow])[0]?.at(-1)).toBe('stop');
  });

  it('stops what never was a number', () => {
    expect(decide(alone, [[Number.NaN, Number.NaN, Number.NaN]])[0]).toEqual(['continue', 'continue', 'stop']);
  });

  it('asks the other pruner, which sees every report', () => {
    const given = { patience: 2, pruner: { name: 'median', options: { startupTrials: 1 } } };
    const reference = [5, 5, 5, 5, 5, 5, 5, 5];
    // Better than the median on its plateau; worse than the median, but improving; worse and on a plateau.
    const decisions = decide(given, [reference, [4, 4, 4, 4], [9, 8, 7, 6], [9, 9, 9, 9]]);
    expect(decisions.slice(1).map((each) => each.includes('stop'))).toEqual([false, false, true]);
  });
});
