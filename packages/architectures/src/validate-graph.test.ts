import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { smallNetwork } from './testing/small-network.js';
import { validateGraph } from './validate-graph.js';

/** The small network with one node changed. */
function withNode(id: string, change: Partial<ArchitectureNode>): ArchitectureGraph {
  return { ...smallNetwork, nodes: smallNetwork.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)) };
}

function problems(graph: ArchitectureGraph): string[] {
  return validateGraph(graph).map(({ path, code }) => `${path.join('.')} ${code}`);
}

describe('validateGraph', () => {
  it('finds nothing wrong with a valid graph', () => {
    expect(validateGraph(smallNetwork)).toEqual([]);
  });

  it.each([
    ['an unknown block', withNode('left', { block: 'seperable' }), 'nodes.2.block unknown-block'],
    ['a bad attribute', withNode('stem', { attributes: { filters: 0 } }), 'nodes.1.attributes.filters bad-attribute'],
    ['an unknown attribute', withNode('vector', { attributes: { a: 1 } }), 'nodes.7.attributes bad-attribute'],
    ['too few inputs', withNode('join', { inputs: [] }), 'nodes.5.inputs bad-arity'],
    ['too many inputs', withNode('vector', { inputs: ['join', 'left'] }), 'nodes.7.inputs bad-arity'],
    ['shapes that differ', withNode('join', { inputs: ['left', 'right'] }), 'nodes.5.inputs bad-shape'],
    ['a dense layer on an image', withNode('drop', { inputs: ['smooth'] }), 'nodes.9.inputs bad-shape'],
    ['an unknown input', withNode('drop', { inputs: ['vectr'] }), 'nodes.8.inputs.0 unknown-node'],
    ['a cycle', withNode('left', { inputs: ['join'] }), 'nodes.2.inputs.0 not-topological'],
    ['a node that reads itself', withNode('left', { inputs: ['left'] }), 'nodes.2.inputs.0 not-topological'],
    ['a second input', withNode('left', { block: 'input', inputs: [] }), 'nodes.2.block second-input'],
    ['a first node that is no input', withNode('image', { block: 'dropout' }), 'nodes.0.block no-input'],
    ['a repeated id', withNode('right', { id: 'left' }), 'nodes.3.id duplicate-id'],
    ['an id that can not name a layer', withNode('right', { id: 'a/b' }), 'nodes.3.id bad-id'],
    ['no nodes', { ...smallNetwork, nodes: [] }, 'nodes no-input'],
    ['an unknown output', { ...smallNetwork, output: 'tail' }, 'output unknown-node'],
  ])('says where there is %s', (_, graph, expected) => {
    expect(problems(graph)).toContain(expected);
  });

  it('reports every wrong node once, not what follows from it', () => {
    const graph = withNode('stem', { attributes: { filters: -1, stride: 'two' } });
    expect(problems(graph)).toEqual([
      'nodes.1.attributes.filters bad-attribute',
      'nodes.1.attributes.stride bad-attribute',
    ]);
  });
});
