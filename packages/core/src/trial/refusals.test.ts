import { describe, expect, it } from '@jest/globals';
import { promotionRefusal, retrainingRefusal } from './refusals.js';
import { trialStates } from './trial.js';

describe('what is refused of a trial', () => {
  it.each(trialStates)('is a promotion while it is %s, unless that is complete', (state) => {
    const reason = state === 'complete' ? null : `it is ${state}; only a complete trial leaves a model`;
    for (const mode of [null, 'final', 'repeat', 'a mode of its searcher']) {
      expect(promotionRefusal({ state, mode })).toBe(reason);
    }
  });

  it.each(['supernet', 'shared-weights', 'proxy', 'known', 'fold', 'density-matching', 'relaxed-policy'])(
    'is a promotion in mode %s, complete or not',
    (mode) => {
      const reason = promotionRefusal({ state: 'complete', mode });
      expect(reason).toMatch(/promote/);
      expect(promotionRefusal({ state: 'running', mode })).toBe(reason);
    },
  );

  it('is a training again of all designs at once, and in a task that trains nothing', () => {
    const trains = { name: 'training', retraining: () => ({}) };
    const computes = { name: 'formula' };
    for (const mode of [null, 'shared-weights', 'proxy', 'known', 'final', 'baseline', 'density-matching']) {
      expect(retrainingRefusal({ mode }, trains)).toBeNull();
      expect(retrainingRefusal({ mode }, computes)).toBe('task formula trains nothing, it would be the same again');
    }
    expect(retrainingRefusal({ mode: 'supernet' }, trains)).toMatch(/train one of them/);
    expect(retrainingRefusal({ mode: 'fold' }, trains)).toMatch(/without a policy/);
    expect(retrainingRefusal({ mode: 'relaxed-policy' }, trains)).toMatch(/learnt policies/);
  });
});
