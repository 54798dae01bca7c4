import { type ArchitectureGraph, type ArchitectureNode, createRng } from '@cambium/core';
import { describe, expect, it } from '@jest/globals';
import { architectureHash } from './architecture-hash.js';
import { smallNetwork } from './testing/small-network.js';

const hash = architectureHash(smallNetwork);

function withNodes(change: (node: ArchitectureNode) => ArchitectureNode): ArchitectureGraph {
  return { ...smallNetwork, nodes: smallNetwork.nodes.map(change) };
}

const isPlaced = (node: ArchitectureNode, done: ReadonlySet<string>) => node.inputs.every((id) => done.has(id));

/** The same network, its nodes in another topological order under other ids. */
function shuffled(graph: ArchitectureGraph, seed: number): ArchitectureGraph {
  const rng = createRng(seed);
  const left = [...graph.nodes];
  const done = new Set<string>();
  const order: ArchitectureNode[] = [];
  while (left.length > 0) {
    const node = rng.pick(left.filter((candidate) => isPlaced(candidate, done)));
    left.splice(left.indexOf(node), 1);
    done.add(node.id);
    order.push(node);
  }
  const renamed = new Map(order.map((node, i) => [node.id, `n${i}`]));
  const name = (id: string) => renamed.get(id) as string;
  return {
    version: 1,
    nodes: order.map((node) => ({
      id: name(node.id),
      block: node.block,
      attributes: node.attributes,
      inputs: node.block === 'add' ? rng.shuffle(node.inputs.map(name)) : node.inputs.map(name),
    })),
    output: name(graph.output),
  };
}

describe('architectureHash', () => {
  it('stays what it was: stored hashes must keep their meaning', () => {
    expect(hash).toBe('9c733215646eb96b32bbecdec724cda1');
  });

  it('does not depend on ids, groups, the order of nodes or of an addition’s inputs', () => {
    for (let seed = 0; seed < 20; seed++) expect(architectureHash(shuffled(smallNetwork, seed))).toBe(hash);
  });

  it('does not depend on defaults written out or the order of attributes', () => {
    const explicit = { stride: 1, norm: true, kernel: 3, filters: 4, activation: 'relu' };
    expect(architectureHash(withNodes((n) => (n.id === 'stem' ? { ...n, attributes: explicit } : n)))).toBe(hash);
  });

  it('leaves out nodes that nothing reads and blocks that do nothing', () => {
    const [image, stem, ...rest] = smallNetwork.nodes as [ArchitectureNode, ArchitectureNode, ...ArchitectureNode[]];
    const idle: ArchitectureNode[] = [
      { id: 'dead', block: 'conv', attributes: { filters: 3 }, inputs: ['stem'] },
      { id: 'off', block: 'dropout', attributes: { rate: 0 }, inputs: ['stem'] },
      { id: 'same', block: 'max-pool', attributes: { size: 1, stride: 1 }, inputs: ['off'] },
    ];
    const rewired = rest.map((n) => ({ ...n, inputs: n.inputs.map((id) => (id === 'stem' ? 'same' : id)) }));
    expect(architectureHash({ ...smallNetwork, nodes: [image, stem, ...idle, ...rewired] })).toBe(hash);
  });

  it.each<[string, Partial<Record<string, Partial<ArchitectureNode>>>]>([
    ['a kernel', { stem: { attributes: { filters: 4, kernel: 5 } } }],
    ['a block', { smooth: { block: 'max-pool' } }],
    ['a dropout rate', { drop: { attributes: { rate: 0.3 } } }],
    ['what is added', { join: { inputs: ['left', 'left'] } }],
    ['the input', { image: { attributes: { shape: [8, 7, 1] } } }],
  ])('changes with %s', (_, changes) => {
    expect(architectureHash(withNodes((node) => ({ ...node, ...changes[node.id] })))).not.toBe(hash);
  });

  describe('of identities, sums and zeros', () => {
    const node = (id: string, block: string, inputs: string[], attributes = {}): ArchitectureNode => ({
      id,
      block,
      attributes,
      inputs,
    });
    const x = node('x', 'input', [], { shape: [4, 4, 2] });
    const conv = node('c', 'conv', ['x'], { filters: 2 });
    const hashOf = (...nodes: ArchitectureNode[]) =>
      architectureHash({ version: 1, nodes: [x, conv, ...nodes], output: nodes.at(-1)?.id ?? 'c' });
    const plain = hashOf(node('y', 'add', ['x', 'c']));

    it('skips identities', () => {
      expect(hashOf(node('i', 'identity', ['x']), node('y', 'add', ['i', 'c']))).toBe(plain);
      expect(hashOf(node('i', 'concat', ['x']), node('y', 'add', ['i', 'c']))).toBe(plain);
      expect(hashOf(node('y', 'add', ['c']))).toBe(hashOf());
    });

    it('leaves zeros out of sums, and what is made of zeros', () => {
      const zero = node('z', 'zero', ['c']);
      expect(hashOf(zero, node('y', 'add', ['x', 'z', 'c']))).toBe(plain);
      const ofZero = node('o', 'conv', ['z'], { filters: 2 });
      expect(hashOf(zero, ofZero, node('y', 'add', ['o', 'x', 'c']))).toBe(plain);
      expect(hashOf(zero, ofZero)).toBe(hashOf(zero));
      expect(hashOf(zero)).not.toBe(hashOf());
    });

    it('keeps a zero that is not added', () => {
      const zero = node('z', 'zero', ['c']);
      const first = hashOf(zero, node('y', 'concat', ['z', 'c']));
      expect(first).not.toBe(hashOf(zero, node('y', 'concat', ['c', 'z'])));
      expect(first).toBe(hashOf(node('z', 'zero', ['x']), node('y', 'concat', ['z', 'c'])));
    });

    it('takes a sum of sums for one sum, with what counts twice', () => {
      const first = node('s', 'add', ['x', 'c']);
      const nested = hashOf(first, node('y', 'add', ['c', 's']));
      expect(nested).toBe(hashOf(node('y', 'add', ['c', 'x', 'c'])));
      expect(nested).not.toBe(plain);
      expect(hashOf(first, node('y', 'add', ['c', 's'], { activation: 'relu' }))).not.toBe(nested);
      const rectified = node('s', 'add', ['x', 'c'], { activation: 'relu' });
      expect(hashOf(rectified, node('y', 'add', ['c', 's']))).not.toBe(nested);
    });
  });

  it('tells two parallel convolutions from one used twice', () => {
    const image = { id: 'x', block: 'input', attributes: { shape: [4, 4, 1] }, inputs: [] };
    const conv = (id: string) => ({ id, block: 'conv', attributes: { filters: 2 }, inputs: ['x'] });
    const sum = (inputs: string[]) => ({ id: 'sum', block: 'add', attributes: {}, inputs });
    const twice: ArchitectureGraph = { version: 1, nodes: [image, conv('a'), sum(['a', 'a'])], output: 'sum' };
    const parallel = { ...twice, nodes: [image, conv('a'), conv('b'), sum(['a', 'b'])] };
    expect(architectureHash(twice)).not.toBe(architectureHash(parallel));
  });
});
