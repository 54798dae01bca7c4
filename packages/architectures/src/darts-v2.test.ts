import { type ArchitectureGraph } from '@cambium/core';
import { type DartsGenotype, dartsGenotypeParams, requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { costOf } from './cost-of.js';

/** DARTS' second-order cell for CIFAR-10, `DARTS_V2` of its published code (Liu et al. 2019, figures 4 and 5). */
const dartsV2: DartsGenotype = {
  normal: [
    ['sep_conv_3x3', 0],
    ['sep_conv_3x3', 1],
    ['sep_conv_3x3', 0],
    ['sep_conv_3x3', 1],
    ['sep_conv_3x3', 1],
    ['skip_connect', 0],
    ['skip_connect', 0],
    ['dil_conv_3x3', 2],
  ],
  reduction: [
    ['max_pool_3x3', 0],
    ['max_pool_3x3', 1],
    ['skip_connect', 2],
    ['max_pool_3x3', 1],
    ['max_pool_3x3', 0],
    ['skip_connect', 2],
    ['skip_connect', 2],
    ['max_pool_3x3', 1],
  ],
};

describe('DARTS_V2', () => {
  it('has the 3.3 M parameters of the paper, 3,349,342 in its code, without the auxiliary head', () => {
    const space = requireSpace({ arch: { dialect: 'darts-cells', layers: 20, width: 36 } });
    const params = dartsGenotypeParams(dartsV2);
    expect(space.validate(params)).toEqual([]);
    const graph = space.decode(params, { inputShape: [32, 32, 3], classes: 10 }).arch as ArchitectureGraph;
    expect(costOf(graph).params).toBe(3_349_342);
  });
});
