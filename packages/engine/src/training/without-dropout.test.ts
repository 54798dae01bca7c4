import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { withoutDropout } from './without-dropout.js';

const node = (id: string, block: string, ...inputs: string[]): ArchitectureNode => ({
  id,
  block,
  attributes: block === 'dropout' ? { rate: 0.3 } : {},
  inputs,
});
const graph = (output: string, ...nodes: ArchitectureNode[]): ArchitectureGraph => ({ version: 1, nodes, output });

describe('withoutDropout', () => {
  it('joins what stands before dropouts to what stands behind them', () => {
    const given = graph(
      'end',
      node('in', 'input'),
      node('a', 'dropout', 'in'),
      node('b', 'dropout', 'a'),
      node('dense', 'dense', 'b'),
      node('sum', 'add', 'dense', 'a'),
      node('end', 'dropout', 'sum'),
    );
    expect(withoutDropout(given)).toEqual(
      graph('sum', node('in', 'input'), node('dense', 'dense', 'in'), node('sum', 'add', 'dense', 'in')),
    );
  });
});
