import { type ArchitectureGraph, createRng, type JsonObject } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { describe, expect, it } from '@jest/globals';
import { costOf } from '../cost-of.js';
import { smallNetwork } from '../testing/small-network.js';
import { validateGraph } from '../validate-graph.js';
import { type ScaleFactors, scaleArchitecture } from './scale-architecture.js';

function scaled(graph: ArchitectureGraph, factors: ScaleFactors): ArchitectureGraph {
  const result = scaleArchitecture(graph, factors);
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.issues));
  return result.graph;
}

function memberOf(arch: JsonObject, seed = 0): ArchitectureGraph {
  // A space must have something to search.
  const space = requireSpace({ arch, hp: { lr: { type: 'float', low: 0.1, high: 1 } } });
  return space.decode(space.sample(createRng(seed)), { inputShape: [16, 16, 3], classes: 7 }).arch as ArchitectureGraph;
}

const ids = ({ nodes }: ArchitectureGraph) => nodes.map(({ id }) => id);
const shapes = (graph: ArchitectureGraph) => new Map(costOf(graph).nodes.map(({ id, shape }) => [id, shape]));

describe('scaleArchitecture', () => {
  it('widens what chooses its channels and leaves the answer as it is', () => {
    const wide = shapes(scaled(smallNetwork, { width: 1.5 }));
    expect([...wide]).toEqual([
      ['image', [8, 8, 1]],
      ['stem', [8, 8, 6]],
      ['left', [4, 4, 9]],
      ['right', [8, 8, 9]],
      ['shrunk', [4, 4, 9]],
      ['join', [4, 4, 9]],
      ['smooth', [4, 4, 9]],
      ['vector', [9]],
      ['drop', [9]],
      ['head', [10]],
    ]);
    expect(shapes(scaled(smallNetwork, { width: 1 / 16 })).get('join')).toEqual([4, 4, 2]);
  });

  it('keeps the channels that the answer is made of where nothing dense follows', () => {
    const nodes = [
      { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] },
      { id: 'first', block: 'conv', attributes: { filters: 4 }, inputs: ['image'] },
      { id: 'classes', block: 'conv', attributes: { filters: 3 }, inputs: ['first'] },
      { id: 'mean', block: 'global-average-pool', attributes: {}, inputs: ['classes'] },
    ];
    const wide = shapes(scaled({ version: 1, nodes, output: 'mean' }, { width: 2 }));
    expect([wide.get('first'), wide.get('classes'), wide.get('mean')]).toEqual([[8, 8, 8], [8, 8, 3], [3]]);
  });

  it('repeats the blocks of each stage beside themselves, or leaves the last ones out', () => {
    const arch = {
      dialect: 'blocks',
      choose: 'stage',
      stages: [
        { candidates: [{ block: 'conv' }], blocks: [2], widths: [4] },
        { candidates: [{ block: 'conv' }], blocks: [1], widths: [6] },
      ],
    };
    const graph = memberOf(arch);
    const blocksOf = (depth: number) => ids(scaled(graph, { depth })).filter((id) => id.includes('conv'));
    const [a, b, c] = ['stage-1-block-1-conv-k3', 'stage-1-block-2-conv-k3', 'stage-2-block-1-conv-k3'];
    expect(blocksOf(1)).toEqual([a, b, c]);
    expect(blocksOf(2)).toEqual([a, `${a}-again`, b, `${b}-again`, c, `${c}-again`]);
    expect(blocksOf(0.5)).toEqual([a, c]);
    // The copy of a block that halves the resolution does not.
    const deep = scaled(graph, { depth: 2 });
    expect(shapes(deep).get(`${c}-again`)).toEqual([8, 8, 6]);
    expect(ids(scaled(deep, { depth: 2 })).filter((id) => id.includes('conv'))).toHaveLength(12);
  });

  it('repeats a whole cell with all that is inside', () => {
    const graph = memberOf({ dialect: 'nasbench201', ops: ['nor_conv_3x3', 'skip_connect'], cells: 1, width: 4 });
    const deep = scaled(graph, { depth: 3 });
    const { params } = costOf(graph);
    expect(costOf(deep).params).toBeGreaterThan(2 * params);
    expect(scaled(graph, { depth: 1.2 })).toEqual({ ...graph, nodes: expect.any(Array) });
  });

  it('enlarges the image that the network sees, by one resize', () => {
    const large = scaled(smallNetwork, { resolution: 1.5 });
    expect(ids(large).slice(0, 3)).toEqual(['image', 'resize', 'stem']);
    expect(shapes(large).get('stem')).toEqual([12, 12, 4]);
    const larger = scaled(large, { resolution: 2 });
    expect(ids(larger)).toEqual(ids(large));
    expect(shapes(larger).get('stem')).toEqual([24, 24, 4]);
    expect(costOf(larger).params).toBe(costOf(smallNetwork).params);
  });

  it('does not take the stem behind a resize for a block', () => {
    const graph = memberOf({ dialect: 'cnn-chain', minStages: 2, maxStages: 2 });
    const count = (network: ArchitectureGraph) => network.nodes.filter(({ id }) => id.startsWith('stem')).length;
    expect(count(scaled(graph, { depth: 3, resolution: 2 }))).toBe(count(graph));
  });

  it('says what can not be scaled and why', () => {
    const cells = memberOf({ dialect: 'darts-cells', layers: 4, width: 2, nodes: 2 });
    expect(scaleArchitecture(cells, { depth: 2 })).toMatchObject({
      kind: 'refused',
      issues: [{ path: ['depth'], code: 'no-depth', message: expect.stringContaining('scale its width instead') }],
    });
    expect(scaleArchitecture(cells, { width: 2 }).kind).toBe('scaled');
    for (const width of [0, -1, 17, Number.NaN]) {
      expect(scaleArchitecture(smallNetwork, { width })).toMatchObject({ issues: [{ code: 'bad-range' }] });
    }
    const nodes = [
      { id: 'image', block: 'input', attributes: { shape: [8, 8, 1] }, inputs: [] },
      { id: 'half', block: 'conv', attributes: { filters: 3 }, inputs: ['image'] },
      { id: 'both', block: 'concat', attributes: {}, inputs: ['half', 'half'] },
      { id: 'whole', block: 'conv', attributes: { filters: 6 }, inputs: ['image'] },
      { id: 'sum', block: 'add', attributes: {}, inputs: ['both', 'whole'] },
      { id: 'mean', block: 'global-average-pool', attributes: {}, inputs: ['sum'] },
      { id: 'logits', block: 'dense', attributes: { units: 2 }, inputs: ['mean'] },
    ];
    const graph = { version: 1, nodes, output: 'logits' } as const;
    expect(scaleArchitecture(graph, { width: 1.2 })).toMatchObject({
      issues: [{ path: ['width'], code: 'bad-scale', message: expect.stringContaining('node "sum": add adds') }],
    });
    expect(validateGraph(scaled(graph, { width: 2 }))).toEqual([]);
    expect(scaleArchitecture(smallNetwork, { width: 16 }).kind).toBe('scaled');
  });
});
