import { type ArchitectureGraph, createRng } from '@cambium/core';
import { requireSpace } from '@cambium/spaces';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { architectureHash } from './architecture-hash.js';
import { architectureToJson, parseArchitecture } from './architecture-json.js';
import { buildModel } from './blocks-build.js';
import { costOf } from './cost-of.js';
import { validateGraph } from './validate-graph.js';

beforeAll(async () => {
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
});

/** Architectures that the searched space really gives, of one input shape. */
function randomGraphs(inputShape: readonly [number, number, number], count: number): ArchitectureGraph[] {
  const space = requireSpace({ arch: { dialect: 'cnn-chain', maxStages: 4 } });
  const rng = createRng('random architectures').fork(inputShape.join());
  return Array.from({ length: count }, (_, i) => {
    const design = space.decode(space.sample(rng.fork(i)), { inputShape, classes: 10 });
    return design.arch as ArchitectureGraph;
  });
}

/** Shape and trainable weights of every node, read from the built layers. */
function measure(graph: ArchitectureGraph) {
  const model = buildModel(tf, graph, { seed: 1 });
  const nodes = graph.nodes.map(({ id }) => {
    const layers = model.layers.filter(({ name }) => name === id || name.startsWith(`${id}/`));
    const params = layers
      .flatMap((layer) => layer.trainableWeights)
      .reduce((sum, weight) => sum + tf.util.sizeFromShape(weight.shape as number[]), 0);
    const last = layers.at(-1)?.outputShape as number[];
    return { id, params, shape: last.slice(1) };
  });
  model.dispose();
  return nodes;
}

describe.each<[string, readonly [number, number, number]]>([
  ['28×28 gray', [28, 28, 1]],
  ['8×8 gray', [8, 8, 1]],
  ['33×47 colour', [33, 47, 3]],
])('random architectures of %s images', (_, inputShape) => {
  const graphs = randomGraphs(inputShape, 8);

  it('are valid and survive JSON', () => {
    for (const graph of graphs) {
      expect(validateGraph(graph)).toEqual([]);
      expect(parseArchitecture(JSON.parse(JSON.stringify(architectureToJson(graph))))).toEqual({
        kind: 'graph',
        graph,
      });
    }
  });

  it.each(graphs.map((graph, i) => [i, graph] as const))(
    'number %i is built node by node as costOf counts',
    (_, graph) => {
      const { nodes, params } = costOf(graph);
      const built = measure(graph);
      expect(built).toEqual(nodes.map(({ id, params, shape }) => ({ id, params, shape: [...shape] })));
      expect(built.reduce((sum, node) => sum + node.params, 0)).toBe(params);
    },
  );

  it('have different hashes where they differ', () => {
    const texts = new Set(graphs.map((graph) => JSON.stringify(graph)));
    expect(new Set(graphs.map(architectureHash)).size).toBe(texts.size);
  });
});
