import { describe, expect, it } from '@jest/globals';
import { requireSpace } from '../../require-space.js';
import { dartsGenotypeParams } from './genotype.js';

describe('darts-cells', () => {
  it('has 14 connections in each of two cells, or two for each of four nodes', () => {
    expect(requireSpace({ arch: { dialect: 'darts-cells', edges: 'all' } }).parameters).toHaveLength(28);
    const two = requireSpace({ arch: { dialect: 'darts-cells' } }).parameters;
    // The first node has one pair only; the others choose among 3, 6 and 10.
    expect(two).toHaveLength(2 * (4 * 2 + 3));
    const pairs = two.filter(({ name }) => name.startsWith('arch.normal') && name.endsWith('inputs'));
    expect(pairs.map(({ domain }) => 'choices' in domain && domain.choices.length)).toEqual([3, 6, 10]);
  });

  it('puts reduction cells at a third and two thirds, and factorized reductions after them', () => {
    const space = requireSpace({ arch: { dialect: 'darts-cells', layers: 8, edges: 'all' } });
    const graph = space.supergraph({ inputShape: [32, 32, 3], classes: 10 })?.graph;
    const kinds = new Set(graph?.nodes.map(({ group }) => group));
    expect([...kinds].filter((group) => group?.includes('reduction'))).toEqual([
      'cell 3 (reduction)',
      'cell 6 (reduction)',
    ]);
    const inputs = graph?.nodes.filter(({ id }) => id.endsWith('input-0')).map(({ block }) => block);
    expect(inputs?.flatMap((block, i) => (block === 'factorized-reduce' ? [i + 1] : []))).toEqual([4, 7]);
  });

  it('reads a genotype, and refuses one that adds a node up twice', () => {
    const pool = ['max_pool_3x3', 0] as const;
    const conv = ['sep_conv_3x3', 1] as const;
    expect(dartsGenotypeParams({ normal: [conv, pool], reduction: [pool, conv] })).toEqual({
      'arch.normal.node.2.first': 'max_pool_3x3',
      'arch.normal.node.2.second': 'sep_conv_3x3',
      'arch.reduction.node.2.first': 'max_pool_3x3',
      'arch.reduction.node.2.second': 'sep_conv_3x3',
    });
    expect(() => dartsGenotypeParams({ normal: [conv, conv], reduction: [] })).toThrow("can't add up 1+1");
  });

  it.each([[['none', 'skip_connect']], [['sep_conv_3x3']]])('refuses the operations %j', (ops) => {
    expect(() => requireSpace({ arch: { dialect: 'darts-cells', ops } })).toThrow('at least two operations');
  });
});
