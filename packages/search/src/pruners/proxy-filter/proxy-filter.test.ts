import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { proxyFilter } from './proxy-filter.js';

/** Which of the trials with these scores go on, judged one after the other. */
function trained(scores: readonly number[], given: object): boolean[] {
  const options = proxyFilter.options.safeParse(given);
  if (!options.success) throw new Error('refused');
  const objectives = [{ metric: 'accuracy', direction: 'maximize' }] as const;
  const context = { options: options.data, objectives, maxStep: 5, rng: createRng(1) };
  let state: Json = proxyFilter.init(context);
  return scores.map((score, trial) => {
    const answer = proxyFilter.report(state, context, { trial, step: 0, values: [score] });
    state = answer.state;
    return answer.decision === 'continue';
  });
}

describe('proxy-filter', () => {
  it('lets the first trials be, and of the others those that are at least the quantile of all before', () => {
    // The median of 1 … 4 is 2.5; with 2 it is 2, with 2 once more 2 again.
    expect(trained([1, 2, 3, 4, 2, 2, 1.9], { startupTrials: 4 })).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
      false,
    ]);
    expect(trained([1, 2, 3, 4, 3.24, 3.26], { startupTrials: 4, quantile: 0.75 }).slice(4)).toEqual([false, true]);
  });

  it('takes the lowest where that is best', () => {
    expect(trained([1, 2, 3, 1.9, 2.1], { startupTrials: 3, direction: 'minimize' }).slice(3)).toEqual([true, false]);
  });

  it('holds a trial without a score for the worst, and no reason to stop another', () => {
    const { NaN: none } = Number;
    expect(trained([none, none, none, none, 1, none], { startupTrials: 2 })).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('judges before the training alone', () => {
    const context = { options: {}, objectives: [], maxStep: 5, rng: createRng(1) };
    const state = { scores: { 0: 5, 1: 5 } };
    const later = proxyFilter.report(state, context, { trial: 2, step: 1, values: [0] });
    expect(later).toEqual({ decision: 'continue', state });
    expect(later.state).toBe(state);
  });

  it('names its metric', () => {
    expect(proxyFilter.untrainedMetric?.({ metric: 'proxy.synflow' })).toBe('proxy.synflow');
  });
});
