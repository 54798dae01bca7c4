import { describe, expect, it } from '@jest/globals';
import { rewardTarget } from './mnasnet.js';

describe('the target of MnasNet’s reward', () => {
  const cells = [
    { error: 40, cost: 1 },
    { error: 20, cost: 4 },
    { error: 18, cost: 5 },
    { error: 19, cost: 5.1 },
    { error: 10, cost: 20 },
    { error: 9, cost: 20.5 },
    { error: 10.5, cost: 30 },
  ];
  const table = { cells } as unknown as Parameters<typeof rewardTarget>[0];

  it('is, when hard, where most cells within 5 % are better than all others', () => {
    // At 5.1 those of 5 and 5.1 beat that of 4, at 5 only one does: 0.81 · 5 / 5.1. At 20 it is two again, but later.
    const distanceOfOptimum = expect.closeTo(0.1 / 5.1, 12);
    expect(rewardTarget(table, 'hard', undefined)).toEqual({ target: 5.1, distanceOfOptimum });
    const more = { ...table, cells: [...cells, { error: 11, cost: 19.5 }] };
    expect(rewardTarget(more, 'hard', undefined)).toEqual({ target: 20, distanceOfOptimum: 0 });
    // Too fast, and better than two of the three.
    const flat = { ...more, cells: [...more.cells, { error: 9.5, cost: 15 }] };
    expect(rewardTarget(flat, 'hard', undefined).target).toBe(5.1);
  });

  it('is none of the fastest quarter, nor a latency that can not be', () => {
    const broken = Array.from({ length: 20 }, () => ({ error: 5, cost: 0 }));
    expect(rewardTarget({ ...table, cells: [...broken, ...cells] }, 'hard', undefined).target).toBe(5.1);
    const crowded = [...cells, { error: 41, cost: 1.01 }];
    expect(rewardTarget({ ...table, cells: crowded }, 'hard', undefined).target).toBe(5.1);
  });

  it('is where its optimum is when it is soft, for the target decides nothing', () => {
    // 0.6 · 1, 0.8 · 4^-0.07 = 0.726, 0.82 · 5^-0.07 = 0.733, 0.9 · 20^-0.07 = 0.730, 0.91 · 20.5^-0.07 = 0.737.
    expect(rewardTarget(table, 'soft', undefined)).toEqual({ target: 20.5, distanceOfOptimum: 0 });
    expect(rewardTarget(table, 'soft', '4.1').distanceOfOptimum).toBeCloseTo(4, 12);
  });

  it('can be given, also by the share of cells that are faster', () => {
    expect(rewardTarget(table, 'hard', '6')).toEqual({ target: 6, distanceOfOptimum: expect.closeTo(1 / 6, 12) });
    expect(rewardTarget(table, 'hard', '50%')).toEqual({
      target: 5.1,
      distanceOfOptimum: expect.closeTo(0.1 / 5.1, 12),
    });
    expect(rewardTarget(table, 'hard', '100%').target).toBe(30);
  });
});
