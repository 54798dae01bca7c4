import type { Params } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';

const space = requireSpace({
  arch: { dialect: 'nasnet-cells', blocks: 2, layers: 3, width: 4, combine: ['add', 'concat'] },
});

function cell(kind: 'normal' | 'reduction', second: number): Params {
  const of = (block: number, field: string) => `arch.${kind}.block.${block}.${field}`;
  return {
    [of(0, 'first.input')]: 0,
    [of(0, 'first.op')]: 'conv_1x1',
    [of(0, 'second.input')]: 1,
    [of(0, 'second.op')]: 'skip_connect',
    [of(0, 'combine')]: 'add',
    [of(1, 'first.input')]: 0,
    [of(1, 'first.op')]: 'max_pool_5x5',
    [of(1, 'second.input')]: second,
    [of(1, 'second.op')]: 'skip_connect',
    [of(1, 'combine')]: 'concat',
  };
}

describe('nasnet-cells', () => {
  it('concatenates the blocks that no other takes, and halves what comes into a reduction cell', () => {
    const params = { ...cell('normal', 2), ...cell('reduction', 1) };
    expect(space.validate(params)).toEqual([]);
    const nodes = space.decode(params, { inputShape: [16, 16, 3], classes: 10 }).arch?.nodes ?? [];
    const linesOf = (prefix: string) =>
      nodes
        .filter(({ id }) => id.startsWith(prefix) && !id.includes('input'))
        .map(({ id, block, inputs }) => `${id} = ${block}(${inputs.join(', ')})`.replaceAll(`${prefix}-`, ''));
    expect(linesOf('cell-1')).toEqual([
      'block-1-first-conv_1x1 = conv(input-0)',
      'block-1-second-skip_connect = identity(input-1)',
      'block-1 = add(block-1-first-conv_1x1, block-1-second-skip_connect)',
      'block-2-first-max_pool_5x5 = max-pool(input-0)',
      'block-2-second-skip_connect = identity(block-1)',
      'block-2-concat = concat(block-2-first-max_pool_5x5, block-2-second-skip_connect)',
      'block-2 = conv(block-2-concat)',
      'output = concat(block-2)',
    ]);
    expect(linesOf('cell-2')).toContain('block-2-second-skip_connect = factorized-reduce(input-1)');
    expect(linesOf('cell-2')).toContain('output = concat(block-1, block-2)');
  });

  it('does not care for the order of what is added, and does for what is concatenated', () => {
    const params: Params = { ...cell('normal', 2), ...cell('reduction', 2) };
    const swapped = (block: number): Params => {
      const of = (field: string) => `arch.normal.block.${block}.${field}`;
      const value = (field: string) => params[of(field)] as string;
      return {
        ...params,
        [of('first.input')]: value('second.input'),
        [of('first.op')]: value('second.op'),
        [of('second.input')]: value('first.input'),
        [of('second.op')]: value('first.op'),
      };
    };
    expect(space.canonicalKey(swapped(0))).toBe(space.canonicalKey(params));
    expect(space.canonicalKey(swapped(1))).not.toBe(space.canonicalKey(params));
  });
});
