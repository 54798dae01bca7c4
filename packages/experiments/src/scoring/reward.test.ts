import type { Objective } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { rewardFormula, rewardOf, rewardsOf } from './reward.js';

const soft = { accuracy: 'acc', cost: 'latency', target: 75, alpha: -0.07, beta: -0.07 };
const hard = { ...soft, alpha: 0, beta: -1 };

describe('MnasNet’s reward', () => {
  it('is the accuracy where the cost is the target', () => {
    for (const constraint of [soft, hard]) expect(rewardOf(constraint, 0.752, 75)).toBeCloseTo(0.752, 12);
  });

  it('soft: 5 % more accuracy at twice the latency is worth about the same, which α and β are chosen for', () => {
    const a = 0.6;
    const [one, other] = [rewardOf(soft, a, 75) ?? 0, rewardOf(soft, a * 1.05, 150) ?? 0];
    // 1.05 · 2^−0.07 = 1.00027
    expect(other / one).toBeCloseTo(1.00027, 4);
  });

  it('hard: nothing for being faster, half for being twice as slow', () => {
    expect(rewardOf(hard, 0.7, 10)).toBeCloseTo(0.7, 12);
    expect(rewardOf(hard, 0.7, 150)).toBeCloseTo(0.35, 12);
  });

  it('soft: MnasNet-A1 of 75.2 % at 78 ms', () => {
    // 0.752 · (78 / 75)^−0.07, computed with 50 digits.
    expect(rewardOf(soft, 0.752, 78)).toBeCloseTo(0.7499382, 6);
  });

  it('has no value without a finite accuracy and a cost above 0', () => {
    expect([rewardOf(soft, null, 1), rewardOf(soft, 1, null), rewardOf(soft, 1, 0), rewardOf(soft, 1, -3)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('rewardsOf', () => {
  const objectives: Objective[] = [
    { metric: 'acc', direction: 'maximize' },
    { metric: 'reward', direction: 'maximize', reward: hard },
  ];

  it('gives those whose parts were measured', () => {
    expect(rewardsOf({ acc: 0.8, latency: 150 }, objectives)).toEqual({ reward: 0.4 });
    expect(rewardsOf({ acc: 0.8 }, objectives)).toEqual({});
    expect(rewardsOf({ acc: null, latency: 150 }, objectives)).toEqual({ reward: null });
  });
});

it('the formula says what is computed', () => {
  expect(rewardFormula(soft)).toBe('acc · (latency / 75)^w, w = −0.07');
  expect(rewardFormula(hard)).toBe('acc · (latency / 75)^w, w = 0 up to 75, −1 above');
});
