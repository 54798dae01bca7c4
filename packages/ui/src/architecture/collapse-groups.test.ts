import { describe, expect, it } from '@jest/globals';
import { collapseGroups } from './collapse-groups.js';
import { describeAttributes } from './describe-node.js';
import type { GraphNode } from './graph-types.js';
import { layoutGraph } from './layout-graph.js';

const node = (id: string, inputs: string[], extra: Partial<GraphNode> = {}): GraphNode => ({
  id,
  block: 'conv',
  attributes: { kernel: 3 },
  inputs,
  group: null,
  shape: [28, 28, 8],
  params: 10,
  flops: 100,
  ...extra,
});
const nodes = [
  node('in', [], { block: 'input', params: 0 }),
  node('a', ['in'], { group: 'stage 1' }),
  node('b', ['a'], { group: 'stage 1' }),
  node('sum', ['a', 'b'], { group: 'stage 1', block: 'add', params: 0, shape: [14, 14, 8] }),
  node('out', ['sum'], { block: 'dense', shape: [10] }),
];

describe('collapseGroups', () => {
  it('makes one node of a stage and keeps the rest and the edges between', () => {
    const collapsed = collapseGroups(nodes);
    expect(collapsed.map((n) => [n.block, n.inputs])).toEqual([
      ['input', []],
      ['stage 1', ['in']],
      ['dense', ['group:stage 1']],
    ]);
    expect(collapsed[1]).toMatchObject({
      params: 20,
      flops: 300,
      shape: [14, 14, 8],
      attributes: { blocks: 'conv ×2, add' },
    });
  });
});

describe('layoutGraph', () => {
  it('puts every node right of its inputs', () => {
    const { nodes: placed } = layoutGraph(nodes, { width: 150, height: 70 });
    const x = new Map(placed.map((p) => [p.id, p.x]));
    for (const { id, inputs } of nodes)
      for (const input of inputs) expect(x.get(id)).toBeGreaterThan(x.get(input) ?? 0);
  });
});

it('says attributes in few words', () => {
  expect(describeAttributes({ filters: 32, kernel: 3, stride: 2, activation: 'relu', norm: true, shape: [1] })).toBe(
    '32 filters · 3×3 · stride 2 · relu · norm',
  );
});
