import { createRng, type Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { dartsGenotypeParams } from '../dialects/darts-cells/genotype.js';
import { nasBench201Params } from '../dialects/nasbench201/cell-string.js';
import { requireSpace } from '../require-space.js';
import { restrictSpace } from '../restrict-space.js';

function encodingOf(arch: Parameters<typeof requireSpace>[0]['arch']) {
  const { pathEncoding } = requireSpace({ arch: arch ?? {} });
  if (pathEncoding === undefined) throw new Error('the space knows no paths');
  const { paths, count } = pathEncoding;
  /** The paths that a design has, with how many there are of each. */
  const pathsOf = (params: Params) => {
    return Object.fromEntries([...count(params)].flatMap((times, i) => (times === 0 ? [] : [[paths[i], times]])));
  };
  return { ...pathEncoding, pathsOf };
}

describe('path encoding', () => {
  const whole = encodingOf({ dialect: 'nasbench201' });

  it('has a path for each sequence of at most three operations in a cell of NAS-Bench-201', () => {
    expect(whole.paths).toHaveLength(1 + 3 + 9 + 27);
    expect(new Set(whole.paths).size).toBe(whole.paths.length);
    expect(whole.paths.slice(0, 2)).toEqual(['input', 'input > nor_conv_1x1']);
    expect(whole.params).toEqual(['0-1', '0-2', '1-2', '0-3', '1-3', '2-3'].map((edge) => `arch.edge.${edge}`));
  });

  it('counts the ways through a cell, without those that are cut off and without skip connections', () => {
    const cell = '|nor_conv_3x3~0|+|skip_connect~0|avg_pool_3x3~1|+|none~0|skip_connect~1|nor_conv_1x1~2|';
    expect(whole.pathsOf(nasBench201Params(cell))).toEqual({
      'input > nor_conv_3x3': 1,
      'input > nor_conv_1x1': 1,
      'input > nor_conv_3x3 > avg_pool_3x3 > nor_conv_1x1': 1,
    });
    const twice = '|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|skip_connect~1|skip_connect~2|';
    expect(whole.pathsOf(nasBench201Params(twice))).toEqual({ input: 1, 'input > nor_conv_3x3': 2 });
  });

  it('tells the cells and inputs of DARTS apart, and leaves long paths out where there are very many', () => {
    const darts = encodingOf({ dialect: 'darts-cells' });
    // Two cells of two inputs, six operations besides none and skip_connect, two in a row.
    expect(darts.paths).toHaveLength(4 * (1 + 6 + 36));
    const few = encodingOf({ dialect: 'darts-cells', ops: ['sep_conv_3x3', 'skip_connect'], nodes: 2 });
    expect(few.paths).toHaveLength(4 * (1 + 1 + 1));
    const conv = 'sep_conv_3x3';
    const cells = dartsGenotypeParams({
      normal: [
        [conv, 0],
        ['skip_connect', 1],
        [conv, 1],
        [conv, 2],
      ],
      reduction: [
        [conv, 0],
        [conv, 1],
        ['skip_connect', 0],
        ['skip_connect', 1],
      ],
    });
    expect(few.pathsOf(cells)).toEqual({
      'normal 0 > sep_conv_3x3': 1,
      'normal 1': 1,
      'normal 1 > sep_conv_3x3': 2,
      'normal 0 > sep_conv_3x3 > sep_conv_3x3': 1,
      'reduction 0': 1,
      'reduction 1': 1,
      'reduction 0 > sep_conv_3x3': 1,
      'reduction 1 > sep_conv_3x3': 1,
    });
  });

  it('is known of slices that search the cells, and of no other space', () => {
    const space = requireSpace({
      hp: { lr: { type: 'float', low: 0, high: 1 } },
      arch: { dialect: 'darts-cells', edges: 'all' },
    });
    const point = space.sample(createRng(1));
    expect(restrictSpace(space, ['arch'], point).pathEncoding).toBe(space.pathEncoding);
    expect(restrictSpace(space, ['hp'], point).pathEncoding).toBeUndefined();
    expect(requireSpace({ arch: { dialect: 'cnn-chain' } }).pathEncoding).toBeUndefined();
  });
});
