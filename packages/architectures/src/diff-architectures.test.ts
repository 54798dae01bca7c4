import type { ArchitectureGraph, ArchitectureNode } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { diffArchitectures } from './diff-architectures.js';
import { smallNetwork } from './testing/small-network.js';

const same = { removed: [], added: [], changed: [] };

function change(id: string, next: Partial<ArchitectureNode>): ArchitectureGraph {
  return { ...smallNetwork, nodes: smallNetwork.nodes.map((node) => (node.id === id ? { ...node, ...next } : node)) };
}

function rename(names: Readonly<Record<string, string>>, graph = smallNetwork): ArchitectureGraph {
  const named = (id: string) => names[id] ?? id;
  const nodes = graph.nodes.map((node) => ({ ...node, id: named(node.id), inputs: node.inputs.map(named) }));
  return { ...graph, nodes, output: named(graph.output) };
}

describe('the difference of two architectures', () => {
  it('is none for the same one: with defaults written out, another order of a sum, other groups and ids', () => {
    expect(diffArchitectures(smallNetwork, smallNetwork)).toEqual(same);
    expect(diffArchitectures(smallNetwork, change('shrunk', { attributes: { size: 2 }, group: 'x' }))).toEqual(same);
    expect(diffArchitectures(smallNetwork, change('join', { inputs: ['shrunk', 'left'] }))).toEqual(same);
    const renamed = rename({ stem: 'first', left: 'l', right: 'r', join: 'sum', head: 'logits' });
    expect(diffArchitectures(smallNetwork, renamed)).toEqual(same);
  });

  it('names changed attributes and blocks', () => {
    const diff = diffArchitectures(smallNetwork, change('left', { attributes: { filters: 6, stride: 2, kernel: 5 } }));
    expect(diff).toEqual({
      ...same,
      changed: [{ ids: ['left', 'left'], values: [{ name: 'kernel', from: 3, to: 5 }] }],
    });
    const block = change('smooth', { block: 'max-pool' });
    expect(diffArchitectures(smallNetwork, block).changed).toEqual([
      { ids: ['smooth', 'smooth'], values: [{ name: 'block', from: 'avg-pool', to: 'max-pool' }] },
    ]);
  });

  it('names nodes that went and came, and who has other inputs for it', () => {
    const without = change('head', { inputs: ['vector'] });
    const second = { ...without, nodes: without.nodes.filter(({ id }) => id !== 'drop') };
    const drop = smallNetwork.nodes.find(({ id }) => id === 'drop');
    const inputs = [['drop'], ['vector']];
    expect(diffArchitectures(smallNetwork, second)).toEqual({
      removed: [drop],
      added: [],
      changed: [{ ids: ['head', 'head'], values: [], inputs }],
    });
    expect(diffArchitectures(second, smallNetwork)).toEqual({
      removed: [],
      added: [drop],
      changed: [{ ids: ['head', 'head'], values: [], inputs: inputs.toReversed() }],
    });
  });

  it('keeps the input of a sum that is there twice', () => {
    const twice = change('join', { inputs: ['left', 'left'] });
    expect(diffArchitectures(smallNetwork, twice).changed).toEqual([
      {
        ids: ['join', 'join'],
        values: [],
        inputs: [
          ['left', 'shrunk'],
          ['left', 'left'],
        ],
      },
    ]);
  });

  it('matches a renamed node only where it is the same', () => {
    const other = rename({ left: 'l' }, change('left', { attributes: { filters: 6, stride: 2, kernel: 7 } }));
    const diff = diffArchitectures(smallNetwork, other);
    expect(diff.removed.map(({ id }) => id)).toEqual(['left']);
    expect(diff.added.map(({ id }) => id)).toEqual(['l']);
    expect(diff.changed).toEqual([
      {
        ids: ['join', 'join'],
        values: [],
        inputs: [
          ['left', 'shrunk'],
          ['l', 'shrunk'],
        ],
      },
    ]);
  });
});
