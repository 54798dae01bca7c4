import type { ArchitectureGraph, ArchitectureNode, JsonObject } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { dropPaths } from './drop-paths.js';

const node = (id: string, block: string, inputs: string[], attributes: JsonObject = {}): ArchitectureNode => ({
  id,
  block,
  attributes,
  inputs,
});
const conv = (id: string, input: string) => node(id, 'conv', [input], { filters: 4 });

const graph: ArchitectureGraph = {
  version: 1,
  nodes: [
    node('in', 'input', [], { shape: [4, 4, 4] }),
    conv('deep-1', 'in'),
    conv('deep-2', 'deep-1'),
    node('sum-1', 'add', ['deep-2', 'in']),
    conv('short', 'sum-1'),
    conv('long-1', 'sum-1'),
    conv('long-2', 'long-1'),
    node('none', 'zero', ['sum-1']),
    node('sum-2', 'add', ['none', 'long-2', 'short']),
    node('alone', 'add', ['sum-2']),
    node('unread', 'add', ['sum-1', 'sum-2']),
    node('sum-3', 'add', ['alone', 'sum-2'], { activation: 'relu' }),
  ],
  output: 'sum-3',
};

describe('dropPaths', () => {
  it('grows linearly over what merges paths and keeps the path with the fewest weights', () => {
    expect([...dropPaths(graph, 0.3)]).toEqual([
      ['sum-1', { rate: expect.closeTo(0.1), kept: 1 }],
      ['sum-2', { rate: expect.closeTo(0.2), kept: 2 }],
      ['sum-3', { rate: 0.3, kept: 0 }],
    ]);
  });

  it('drops nothing at 0', () => expect(dropPaths(graph, 0).size).toBe(0));
});
