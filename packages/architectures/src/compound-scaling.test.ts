import { type ArchitectureGraph, createRng } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { costOf } from './cost-of.js';

describe('compound scaling', () => {
  it('raises FLOPs by α·β²·γ² within 10 %, where rounding does not matter much', () => {
    // Deep, wide and of one resolution: one block, pixel or eight channels more or less are a few percent.
    const base = { depths: [20], widths: [128], phi: [0, 1] };
    const space = requireSpace({ arch: { dialect: 'compound-scaling', ...base } });
    const flopsOf = (params: Readonly<Record<string, number>>) => {
      const design = space.decode(params, { inputShape: [64, 64, 3], classes: 10 });
      return costOf(design.arch as ArchitectureGraph).flops;
    };
    const rng = createRng('compound scaling');
    for (let i = 0; i < 20; i++) {
      const params = space.sample(rng.fork(i)) as Readonly<Record<string, number>>;
      const { 'arch.alpha': alpha = 1, 'arch.beta': beta = 1, 'arch.gamma': gamma = 1 } = params;
      const ratio = flopsOf({ ...params, 'arch.phi': 1 }) / flopsOf({ ...params, 'arch.phi': 0 });
      const expected = alpha * beta ** 2 * gamma ** 2;
      expect({ params, isNear: Math.abs(ratio / expected - 1) <= 0.1 }).toEqual({ params, isNear: true });
    }
  });
});
