import { type ArchitectureGraph, type ArchitectureNode, createRng } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { smallNetwork } from '../testing/small-network.js';
import { smallSpaces } from '../testing/small-spaces.js';
import { diffArchitectures } from './diff-architectures.js';

type Six = [ArchitectureNode, ArchitectureNode, ArchitectureNode, ArchitectureNode, ArchitectureNode, ArchitectureNode];
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
        inputs: [['shrunk'], ['left']],
      },
    ]);
  });

  it('pairs a renamed node with what stands in its place, changed or not, unless that is another block', () => {
    const other = rename({ left: 'l' }, change('left', { attributes: { filters: 6, stride: 2, kernel: 7 } }));
    expect(diffArchitectures(smallNetwork, other)).toEqual({
      ...same,
      changed: [{ ids: ['left', 'l'], values: [{ name: 'kernel', from: 3, to: 7 }] }],
    });
    const block = rename({ left: 'l' }, change('left', { block: 'conv' }));
    const diff = diffArchitectures(smallNetwork, block);
    expect(diff.removed.map(({ id }) => id)).toEqual(['left']);
    expect(diff.added.map(({ id }) => id)).toEqual(['l']);
    expect(diff.changed).toEqual([{ ids: ['join', 'join'], values: [], inputs: [['left'], ['l']] }]);
  });

  it('tells twin branches apart by what comes after them, in whichever order they are written', () => {
    const [first, swapped] = [branches(3, 5, ''), branches(5, 3, 'new-')];
    expect(diffArchitectures(first, swapped)).toEqual(same);
  });

  it('keeps equal branches together, though their nodes are written in another order', () => {
    const [image, a1, a2, b1, b2, sum] = branches(3, 3, 'new-').nodes as Six;
    const crossed = { ...branches(3, 3, 'new-'), nodes: [image, a1, b1, b2, a2, sum] };
    expect(diffArchitectures(branches(3, 3, ''), crossed)).toEqual(same);
  });

  it.each(Object.entries(smallSpaces))('is none for members of %s under other names', (dialect, settings) => {
    const space = requireSpace({ arch: { dialect, ...settings } });
    const rng = createRng(`renamed ${dialect}`);
    for (let i = 0; i < 5; i++) {
      const { arch } = space.decode(space.sample(rng), { inputShape: [12, 10, 2], classes: 3 });
      expect(diffArchitectures(arch as ArchitectureGraph, renamedAll(arch as ArchitectureGraph))).toEqual(same);
    }
  });

  it('takes no connection of a cell for another one that ends in the same sum', () => {
    const space = requireSpace({ arch: { dialect: 'nasbench201', width: 2, stages: 1, cells: 1 } });
    const cell = (last: string, other: string) => {
      const ops = Object.fromEntries(space.parameters.map(({ name }) => [name, 'nor_conv_3x3']));
      const params = { ...ops, 'arch.edge.0-3': last, 'arch.edge.1-3': other };
      return space.decode(params, { inputShape: [8, 8, 1], classes: 2 }).arch as ArchitectureGraph;
    };
    const diff = diffArchitectures(cell('none', 'skip_connect'), cell('skip_connect', 'none'));
    expect([diff.removed.length, diff.added.length]).toEqual([2, 2]);
    expect(diff.changed).toHaveLength(1);
    const [gone, come] = diff.changed[0]?.inputs ?? [];
    expect(gone).toEqual([expect.stringMatching(/0-3-none$/), expect.stringMatching(/1-3-skip_connect$/)]);
    expect(come).toEqual([expect.stringMatching(/0-3-skip_connect$/), expect.stringMatching(/1-3-none$/)]);
  });

  it('finds an inserted node in a network whose nodes all have other names', () => {
    const second = renamedAll(withExtra(chain(12), 5));
    const diff = diffArchitectures(chain(12), second);
    expect(diff.removed).toEqual([]);
    expect(diff.added.map(({ id }) => id)).toEqual(['new-extra']);
    expect(diff.changed).toEqual([{ ids: ['c5', 'new-c5'], values: [], inputs: [['c4'], ['new-extra']] }]);
    expect(diffArchitectures(second, chain(12))).toMatchObject({ removed: diff.added, added: [] });
  });

  it.each([0, 1, 2, 3, 4, 9, 10, 11])(
    'sees that node %i went and another came elsewhere, though all are renamed',
    (gone) => {
      const second = renamedAll(without(withExtra(chain(12), 7), gone));
      const { removed, added, changed } = diffArchitectures(chain(12), second);
      expect(removed.map(({ id }) => id)).toEqual([`c${gone}`]);
      expect(added.map(({ id }) => id)).toEqual(['new-extra']);
      // The one that reads the node that came, and the one that read the node that went; of the last nobody did.
      expect(changed.map(({ ids }) => ids[0]).toSorted()).toEqual(
        gone === 11 ? ['c7'] : [`c${gone + 1}`, 'c7'].toSorted(),
      );
    },
  );

  it('takes a node in the place of another for the same one', () => {
    const second = renamedAll(without(withExtra(chain(12), 7), 7));
    const { removed, added, changed } = diffArchitectures(chain(12), second);
    expect([removed, added]).toEqual([[], []]);
    expect(changed).toEqual([{ ids: ['c7', 'new-extra'], values: [{ name: 'filters', from: 3, to: 9 }] }]);
  });

  it('finds every second node changed, though all are renamed', () => {
    const second = renamedAll({
      ...chain(60),
      nodes: chain(60).nodes.map((node, i) =>
        i % 2 === 0 || node.block !== 'conv' ? node : { ...node, attributes: { ...node.attributes, kernel: 5 } },
      ),
    });
    const { removed, added, changed } = diffArchitectures(chain(60), second);
    expect([removed.length, added.length, changed.length]).toEqual([0, 0, 30]);
  });
});

/** Two branches that begin alike and go on with these kernels. */
function branches(one: number, other: number, prefix: string): ArchitectureGraph {
  const branch = (name: string, kernel: number): ArchitectureNode[] => [
    { id: `${prefix}${name}1`, block: 'conv', attributes: { filters: 2 }, inputs: ['image'] },
    { id: `${prefix}${name}2`, block: 'conv', attributes: { filters: 2, kernel }, inputs: [`${prefix}${name}1`] },
  ];
  const image = { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] };
  const inputs = [`${prefix}a2`, `${prefix}b2`];
  const nodes = [
    image,
    ...branch('a', one),
    ...branch('b', other),
    { id: 'sum', block: 'add', attributes: {}, inputs },
  ];
  return { version: 1, nodes, output: 'sum' };
}

/** Convolutions one after the other, no two next to each other alike. */
function chain(length: number): ArchitectureGraph {
  const nodes = Array.from({ length }, (_, i) => {
    return {
      id: `c${i}`,
      block: 'conv',
      attributes: { filters: 2 + (i % 3) },
      inputs: [i === 0 ? 'image' : `c${i - 1}`],
    };
  });
  const image = { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] };
  return { version: 1, nodes: [image, ...nodes], output: `c${length - 1}` };
}

/** Before this node of a chain another convolution. */
function withExtra({ nodes, ...graph }: ArchitectureGraph, place: number): ArchitectureGraph {
  const extra = { id: 'extra', block: 'conv', attributes: { filters: 9 }, inputs: [`c${place - 1}`] };
  return {
    ...graph,
    nodes: nodes.flatMap((node) => (node.id === `c${place}` ? [extra, { ...node, inputs: ['extra'] }] : [node])),
  };
}

/** Without this node of a chain: who read it reads what it read. */
function without({ nodes, output, version }: ArchitectureGraph, place: number): ArchitectureGraph {
  const [gone] = nodes.filter(({ id }) => id === `c${place}`);
  const instead = gone?.inputs[0] ?? '';
  return {
    version,
    nodes: nodes
      .filter((node) => node !== gone)
      .map((node) => ({ ...node, inputs: node.inputs.map((id) => (id === gone?.id ? instead : id)) })),
    output: output === gone?.id ? instead : output,
  };
}

function renamedAll(graph: ArchitectureGraph): ArchitectureGraph {
  return rename(Object.fromEntries(graph.nodes.map(({ id }) => [id, `new-${id}`])), graph);
}
