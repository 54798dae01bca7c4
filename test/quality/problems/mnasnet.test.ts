import { describe, expect, it } from '@jest/globals';
import { rewardTarget } from './mnasnet.js';
import { mnasnetReward, rewardExponents } from './mnasnet-reward.js';

describe('MnasNet’s reward', () => {
  it.each([
    ['soft', 40, 0.8 * 0.5 ** -0.07],
    ['soft', 80, 0.8],
    ['soft', 160, 0.8 * 2 ** -0.07],
    ['hard', 40, 0.8],
    ['hard', 80, 0.8],
    ['hard', 160, 0.4],
    ['soft', 0.5, 0.8 * 0.00625 ** -0.07],
  ] as const)('is, %s, of 80 %% at %d of 80 ms, %d', (kind, latency, reward) => {
    expect(mnasnetReward(0.8, { latency, target: 80 }, rewardExponents[kind])).toBeCloseTo(reward, 12);
  });

  it('is no number for a latency that can not be', () => {
    expect(mnasnetReward(0.8, { latency: 0, target: 80 }, rewardExponents.soft)).toBeNaN();
  });

  const cells = [
    { error: 40, cost: 1 },
    { error: 20, cost: 4 },
    { error: 18, cost: 5 },
    { error: 19, cost: 5.1 },
    { error: 10, cost: 20 },
    { error: 9, cost: 20.5 },
  ];
  const table = { cells } as unknown as Parameters<typeof rewardTarget>[0];

  it('has its hard target where 5 % less latency costs most', () => {
    // 4 costs 20 % but for 1; 20 costs 8 %, 20.5 only 1 %. A quarter of the cells is faster than 4, which is no choice.
    expect(rewardTarget(table, 'hard', null)).toEqual({ target: 4, distanceOfOptimum: 0 });
    expect(rewardTarget(table, 'hard', 6)).toEqual({ target: 6, distanceOfOptimum: expect.closeTo(1 / 6, 12) });
  });

  it('has its optimum where the target does not matter when it is soft', () => {
    // 0.6 · 1, 0.8 · 4^-0.07 = 0.726, 0.82 · 5^-0.07 = 0.733, 0.9 · 20^-0.07 = 0.730, 0.91 · 20.5^-0.07 = 0.737.
    expect(rewardTarget(table, 'soft', null)).toEqual({ target: 20.5, distanceOfOptimum: 0 });
    expect(rewardTarget(table, 'soft', 4.1).distanceOfOptimum).toBeCloseTo(4, 12);
  });
});
