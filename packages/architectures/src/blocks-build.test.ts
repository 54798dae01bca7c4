import type { ArchitectureGraph, JsonObject } from '@cambium/core';
import { describeBlock } from '@cambium/testkit';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { blocks } from './block-registry.js';
import { blockBuilders, buildModel } from './blocks-build.js';
import { costOf } from './cost-of.js';
import { blockSources } from './source/block-source-registry.js';
import { kerasSource } from './source/keras-source.js';
import type { NetworkSource } from './source/network-source.js';
import { pytorchSource } from './source/pytorch-source.js';
import { smallNetwork } from './testing/small-network.js';

type Shape = readonly number[];

beforeAll(async () => {
  // Keeps TensorFlow.js from advertising its native package on the console.
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
});

/** The block alone; all of its inputs are the one input node, which is the block itself when it takes none. */
function alone(block: string, attributes: JsonObject, inputs: readonly Shape[]): ArchitectureGraph {
  const [shape] = inputs;
  if (shape === undefined) {
    return { version: 1, nodes: [{ id: 'block', block, attributes, inputs: [] }], output: 'block' };
  }
  return {
    version: 1,
    nodes: [
      { id: 'in', block: 'input', attributes: { shape }, inputs: [] },
      { id: 'block', block, attributes, inputs: inputs.map(() => 'in') },
    ],
    output: 'block',
  };
}

function trainableCount(model: tf.LayersModel): number {
  return model.trainableWeights.reduce((sum, weight) => sum + tf.util.sizeFromShape(weight.shape as number[]), 0);
}

function build(graph: ArchitectureGraph, seed: number) {
  const before = tf.memory().numTensors;
  const model = buildModel(tf, graph, { seed });
  const inputShape = model.inputs[0]?.shape.slice(1) as number[];
  const output = tf.tidy(() => {
    const input = tf.linspace(-1, 1, tf.util.sizeFromShape(inputShape)).reshape([1, ...inputShape]);
    return (model.predict(input) as tf.Tensor).dataSync<'float32'>();
  });
  const built = {
    shape: model.outputs[0]?.shape.slice(1) as number[],
    params: trainableCount(model),
    // A layer that is never trained holds constants, which a program computes.
    weights: model.layers.flatMap((layer) => (layer.trainable ? layer.weights.map(() => layer.name) : [])).sort(),
    output,
    layers: model.layers.map((layer) => layer.name),
  };
  model.dispose();
  return { ...built, leakedTensors: tf.memory().numTensors - before };
}

function write(graph: ArchitectureGraph) {
  const written = ({ text, weights }: NetworkSource) => ({ text, weights: weights.map(({ layer }) => layer) });
  return { PyTorch: written(pytorchSource(graph)), Keras: written(kerasSource(graph)) };
}

describe('the block registry', () => {
  it('has blocks, and a builder and a source for each', () => {
    expect(blocks.entries.length).toBeGreaterThan(0);
    expect(blockBuilders.names).toEqual(blocks.names);
    expect(blockSources.names).toEqual(blocks.names);
  });
});

for (const spec of blocks.entries) {
  describeBlock(spec, {
    build: async ({ attributes, inputs }, seed) => build(alone(spec.name, attributes, inputs), seed),
    write: ({ attributes, inputs }) => write(alone(spec.name, attributes, inputs)),
  });
}

it('a dilated depthwise convolution sees pixels that far apart, and nothing between', () => {
  const graph = alone('depthwise', { kernel: 3, dilation: 2, norm: false, activation: 'none' }, [[7, 7, 1]]);
  const model = buildModel(tf, graph, { seed: 1 });
  tf.tidy(() => {
    model.setWeights([tf.ones([3, 3, 1, 1])]);
    // One pixel in the middle of 7×7: the output is 1 where it is seen.
    const output = model.predict(
      tf
        .oneHot(tf.tensor1d([24], 'int32'), 49)
        .cast('float32')
        .reshape([1, 7, 7, 1]),
    );
    const seen = [...(output as tf.Tensor).dataSync()].flatMap((value, i) =>
      value === 0 ? [] : [[i % 7, Math.floor(i / 7)]],
    );
    const places = [1, 3, 5];
    expect(seen).toEqual(places.flatMap((y) => places.map((x) => [x, y])));
  });
  model.dispose();
});

describe('buildModel', () => {
  it('builds what costOf counts, one layer name per node part', () => {
    const built = build(smallNetwork, 1);
    const cost = costOf(smallNetwork);
    expect(built.shape).toEqual([10]);
    expect(built.params).toBe(cost.params);
    expect(built.leakedTensors).toBe(0);
    expect(built.layers).toEqual(expect.arrayContaining(['stem', 'stem/norm', 'stem/relu', 'join', 'head']));
  });

  it('does not build what nothing reads', () => {
    const dead = { id: 'dead', block: 'conv', attributes: { filters: 9 }, inputs: ['image'] };
    const [input, ...rest] = smallNetwork.nodes;
    const graph = { ...smallNetwork, nodes: [input, dead, ...rest] } as ArchitectureGraph;
    expect(build(graph, 1).params).toBe(costOf(smallNetwork).params);
    expect(costOf(graph).params).toBe(costOf(smallNetwork).params);
  });

  it('refuses an invalid graph by naming what is wrong', () => {
    expect(() => buildModel(tf, { ...smallNetwork, output: 'haed' }, { seed: 1 })).toThrow(
      'invalid architecture: output: unknown node "haed"; did you mean "head"?',
    );
  });
});
