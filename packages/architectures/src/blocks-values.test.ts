import type { ArchitectureGraph, JsonObject } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import * as tf from '@tensorflow/tfjs';
import { buildModel } from './blocks-build.js';

beforeAll(async () => {
  tf.env().set('PROD', true);
  await tf.setBackend('cpu');
});

/** What one block makes of an image; `weights` are set before, by layer. */
function outputOf(
  block: string,
  attributes: JsonObject,
  { image, weights = {} }: { image: tf.Tensor3D; weights?: Readonly<Record<string, tf.Tensor[]>> },
): number[] {
  const graph: ArchitectureGraph = {
    version: 1,
    nodes: [
      { id: 'in', block: 'input', attributes: { shape: [...image.shape] }, inputs: [] },
      { id: 'b', block, attributes, inputs: ['in'] },
    ],
    output: 'b',
  };
  const model = buildModel(tf, graph, { seed: 1 });
  for (const [layer, value] of Object.entries(weights)) model.getLayer(layer).setWeights(value);
  const output = tf.tidy(() => [...(model.predict(image.expandDims(0)) as tf.Tensor).dataSync()]);
  model.dispose();
  return output.map((value) => Math.round(value * 1e4) / 1e4);
}

const range = (height: number, width: number) => tf.range(0, height * width).reshape([height, width, 1]) as tf.Tensor3D;

describe('what blocks compute', () => {
  it('zero: zeros', () => {
    expect(outputOf('zero', { stride: 2 }, { image: range(3, 3) })).toEqual([0, 0, 0, 0]);
  });

  it('activation: hard-swish is x·relu6(x + 3)/6', () => {
    const values = [-4, -3, -1, 0, 1, 3, 5];
    const image = tf.tensor3d(values, [1, 7, 1]);
    const expected = values.map((x) => (x * Math.min(Math.max(x + 3, 0), 6)) / 6);
    expect(outputOf('activation', { function: 'hard-swish' }, { image })).toEqual(
      expected.map((x) => Math.round(x * 1e4) / 1e4),
    );
  });

  it('factorized-reduce: pixels of even rows and columns, and of odd ones, beyond the border 0', () => {
    const one: tf.Tensor = tf.ones([1, 1, 1, 1]);
    const weights = { 'b/even': [one], 'b/odd': [one] };
    // Batch norm divides by √(1 + 0.001) at first.
    const scaled = (values: number[]) => values.map((value) => Math.round((value / Math.sqrt(1.001)) * 1e4) / 1e4);
    expect(outputOf('factorized-reduce', { filters: 2 }, { image: range(4, 4), weights })).toEqual(
      scaled([0, 5, 2, 7, 8, 13, 10, 15]),
    );
    expect(outputOf('factorized-reduce', { filters: 2 }, { image: range(3, 3), weights })).toEqual(
      scaled([0, 4, 2, 0, 6, 0, 8, 0]),
    );
  });

  it('depthwise: stride and dilation 2 see even rows and columns only, centred, as padding 2 does in PyTorch', () => {
    const weights = { 'b/depthwise': [tf.ones([3, 3, 1, 1])] };
    const attributes = { kernel: 3, stride: 2, dilation: 2, norm: false, activation: 'none' };
    // Sums of 3×3 windows over [[0, 2], [8, 10]].
    expect(outputOf('depthwise', attributes, { image: range(4, 4), weights })).toEqual([20, 20, 20, 20]);
    const sums = [0 + 2 + 12 + 14, 0 + 2 + 4 + 12 + 14 + 16, 2 + 4 + 14 + 16];
    expect(outputOf('depthwise', attributes, { image: range(3, 6), weights }).slice(0, 3)).toEqual(sums);
  });

  it('resize: linear between the centres of pixels', () => {
    expect(outputOf('resize', { height: 1, width: 4 }, { image: range(1, 2) })).toEqual([0, 0.25, 0.75, 1]);
    expect(outputOf('resize', { height: 2, width: 2 }, { image: range(4, 4) })).toEqual([2.5, 4.5, 10.5, 12.5]);
    expect(outputOf('resize', { height: 3, width: 2 }, { image: tf.ones([1, 1, 1]) })).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('squeeze-excite: each channel times the sigmoid of what the dense layers make of the means', () => {
    const image = tf.tensor3d([1, 10, 3, 30], [1, 2, 2]);
    const squeeze = [tf.tensor2d([1, 0], [2, 1]), tf.zeros([1])];
    const excite = [tf.tensor2d([1, -1], [1, 2]), tf.zeros([2])];
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    // The mean of the first channel is 2.
    const [up, down] = [sigmoid(2), sigmoid(-2)];
    expect(
      outputOf('squeeze-excite', { ratio: 0.5 }, { image, weights: { 'b/squeeze': squeeze, 'b/excite': excite } }),
    ).toEqual([up, 10 * down, 3 * up, 30 * down].map((x) => Math.round(x * 1e4) / 1e4));
  });
});
