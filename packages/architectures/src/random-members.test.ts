import { type ArchitectureGraph, createRng, type JsonObject } from '@cambium/core';
import { dialects, requireSpace } from '@cambium/spaces';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { buildModel } from './blocks-build.js';
import { costOf } from './cost-of.js';

beforeAll(async () => {
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
});

/** Small members of every space of architectures: what a block costs does not depend on how many there are. */
const settings: Readonly<Record<string, JsonObject>> = {
  blocks: {
    choose: 'stage',
    stages: [
      {
        candidates: [
          { block: 'conv', kernel: [1, 3], dilation: [1, 4] },
          { block: 'depthwise', activation: ['swish', 'hard-swish'] },
          { block: 'squeeze-excite' },
          { block: 'avg-pool' },
          { block: 'max-pool' },
          { block: 'identity' },
        ],
        widths: [2, 4],
      },
      {
        candidates: [
          { block: 'separable', dilation: [1, 2], activation: ['none', 'relu6'] },
          { block: 'inverted-residual', squeezeExcite: [0, 0.3], expansion: [1, 2] },
        ],
        blocks: [1, 2],
        widths: [3, 5],
        residual: true,
      },
    ],
  },
  'cnn-chain': { maxStages: 2, widths: [2, 3, 5], blocks: [1, 2] },
  'compound-scaling': { depths: [1, 1], widths: [2, 3], multiple: 1, phi: [0, 1, 2] },
  'darts-cells': { layers: 3, width: 2, nodes: 2 },
  macro: { layers: 3, width: 2 },
  'mobile-blocks': { stages: 2, depths: [1, 2], widths: [2, 3], residual: 'search', activation: 'relu6' },
  'nasnet-cells': { layers: 3, blocks: 2, width: 2, combine: ['add', 'concat'] },
  nasbench201: { width: 2, stages: 2 },
};

const members = 200;
const context = { inputShape: [7, 6, 2], classes: 3 } as const;

/** Weights, and multiply–accumulates by what the layers say of themselves: each weight once for every output pixel. */
function measure(graph: ArchitectureGraph) {
  const model = buildModel(tf, graph, { seed: 1 });
  let params = 0;
  let flops = 0;
  for (const layer of model.layers) {
    const weights = layer.trainableWeights.reduce(
      (sum, { shape }) => sum + tf.util.sizeFromShape(shape as number[]),
      0,
    );
    const [, ...shape] = layer.outputShape as number[];
    const pixels = shape.slice(0, -1).reduce((product, size) => product * size, 1);
    params += weights;
    if (layer.getClassName() !== 'BatchNormalization') flops += weights * pixels;
  }
  const shape = model.outputs[0]?.shape;
  model.dispose();
  return { params, flops, shape };
}

it('has settings for every dialect of architectures', () => {
  const names = dialects.names.filter((name) => dialects.get(name).branch === 'arch');
  expect(Object.keys(settings).sort()).toEqual([...names].sort());
});

describe.each(Object.entries(settings))('%s', (dialect, own) => {
  it(`builds ${members} random members as costOf counts`, () => {
    const space = requireSpace({ arch: { dialect, ...own } });
    const rng = createRng(dialect);
    const before = tf.memory().numTensors;
    for (let i = 0; i < members; i++) {
      const graph = space.decode(space.sample(rng.fork(i)), context).arch as ArchitectureGraph;
      const { params, flops } = costOf(graph);
      expect({ i, ...measure(graph) }).toEqual({ i, params, flops, shape: [null, context.classes] });
    }
    expect(tf.memory().numTensors).toBe(before);
  }, 120_000);
});
