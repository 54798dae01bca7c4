import { type ArchitectureGraph, createRng } from '@cambium/core';
import { dialects, requireSpace } from '@cambium/spaces';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { buildModel } from './blocks-build.js';
import { costOf } from './cost-of.js';
import { smallSpaces } from './testing/small-spaces.js';

beforeAll(async () => {
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
});

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
  expect(Object.keys(smallSpaces).sort()).toEqual([...names].sort());
});

describe.each(Object.entries(smallSpaces))('%s', (dialect, own) => {
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
