import { beforeAll, describe, expect, it } from '@jest/globals';
import type { LayersModel, Tensor } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { prepareLayers } from './training-layers.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const count = 4000;
const place = { step: 1 };

/** x + 3·x on a pixel of two channels, where x is 1: 1 without the second path. */
function summing(rate: number): LayersModel {
  const input = tf.input({ shape: [1, 2] });
  const tripled = tf.layers.dense({ units: 2, useBias: false, name: 'triple', trainable: false }).apply(input);
  const sum = tf.layers.add({ name: 'sum' }).apply([input, tripled as typeof input]);
  const model = tf.model({ inputs: input, outputs: sum as typeof input });
  tf.tidy(() => model.setWeights([tf.tensor2d([3, 0, 0, 3], [2, 2])]));
  prepareLayers(tf, model, { seed: 7, place, paths: new Map([['sum', { rate, kept: 0 }]]) });
  return model;
}

const outputs = (model: LayersModel, training: boolean) =>
  tf.tidy(() => [...(model.apply(tf.ones([count, 1, 2]), { training }) as Tensor).dataSync()]);

describe('dropped paths', () => {
  it('lose whole images by the rate and grow what is left, in training only', () => {
    const model = summing(0.25);
    const trained = outputs(model, true);
    const dropped = trained.filter((value) => value === 1).length / 2;
    // Binomial: 4 standard deviations of √(4000·¼·¾) = 27, so 1 seed in 16,000 would fail.
    expect(Math.abs(dropped - count / 4)).toBeLessThan(4 * 27.4);
    const kept = Math.fround(1 + 3 * Math.fround(1 / 0.75));
    expect(new Set(trained)).toEqual(new Set([1, kept]));
    // Both channels of an image share its fate.
    expect(trained.filter((_, i) => i % 2 === 0)).toEqual(trained.filter((_, i) => i % 2 === 1));
    expect(new Set(outputs(model, false))).toEqual(new Set([4]));
    model.dispose();
  });

  it('are the same at the same step, others at another', () => {
    const model = summing(0.5);
    const first = outputs(model, true);
    expect(outputs(model, true)).toEqual(first);
    place.step = 2;
    expect(outputs(model, true)).not.toEqual(first);
    model.dispose();
  });
});
