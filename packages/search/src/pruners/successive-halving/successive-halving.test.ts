import { createRng, type Json } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { successiveHalving } from './successive-halving.js';

/** Steps at which a second, worse trial is stopped if it reports them alone. */
function stoppingSteps(given: object, maxStep: number): number[] {
  const options = successiveHalving.options.safeParse(given);
  if (!options.success) throw new Error('refused');
  const objectives = [{ metric: 'loss', direction: 'minimize' }] as const;
  const context = { options: options.data, objectives, maxStep, rng: createRng(1) };
  let state: Json = successiveHalving.init(context);
  const steps = Array.from({ length: maxStep }, (_, i) => i + 1);
  for (const step of steps) state = successiveHalving.report(state, context, { trial: 0, step, values: [0] }).state;
  return steps.filter(
    (step) => successiveHalving.report(state, context, { trial: 1, step, values: [1] }).decision === 'stop',
  );
}

describe('successive-halving', () => {
  it('has its first rung at a hundredth of the steps, others η times as far', () => {
    expect(stoppingSteps({}, 50)[0]).toBe(1);
    expect(stoppingSteps({}, 650)[0]).toBe(6);
    expect(stoppingSteps({ minSteps: 3 }, 650)[0]).toBe(3);
  });

  it('leaves the first rungs out as the early stopping rate says', () => {
    expect(stoppingSteps({ minSteps: 2, eta: 3, earlyStoppingRate: 2 }, 40)[0]).toBe(18);
    expect(stoppingSteps({ minSteps: 2, eta: 3, earlyStoppingRate: 3 }, 40)).toEqual([]);
  });
});
