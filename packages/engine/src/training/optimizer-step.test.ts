import { beforeAll, describe, expect, it } from '@jest/globals';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { optimizerStep } from './optimizer-step.js';
import type { Optimizer } from './optimizers/optimizer.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

const descent = (weightDecay: Optimizer['weightDecay']): Optimizer => ({
  name: 'descent',
  summary: '',
  slots: 0,
  weightDecay,
  update: (_, { weights, gradient, decay, learningRate }) => ({
    weights: tf.sub(weights, tf.mul(decay === undefined ? gradient : tf.mul(gradient, decay), learningRate)),
    slots: [],
  }),
});

function step(optimizer: Optimizer, { clip = 0, decay }: { clip?: number; decay?: readonly number[] }): number[] {
  return tf.tidy(() => {
    const input = {
      weights: tf.tensor1d([1, 2]),
      gradient: tf.tensor1d([3, -4]),
      slots: [],
      learningRate: 0.1,
      step: 1,
      settings: { momentum: 0 },
      segments: [{ size: 2, matrix: true }],
      seed: 1,
    };
    const rules = { optimizer, clip, decay: decay === undefined ? undefined : tf.tensor1d([...decay]) };
    return [...optimizerStep(tf, input, rules).weights.dataSync()];
  });
}

const close = (...values: number[]) => values.map((x) => expect.closeTo(x, 5));

describe('optimizerStep', () => {
  it('leaves a gradient as it is up to its limit and scales a longer one down to it', () => {
    expect(step(descent('gradient'), {})).toEqual(close(0.7, 2.4));
    expect(step(descent('gradient'), { clip: 6 })).toEqual(close(0.7, 2.4));
    expect(step(descent('gradient'), { clip: 1 })).toEqual(close(0.94, 2.08));
  });

  it.each([
    ['gradient', close(1 - 0.1 * (3 + 0.5), 2 + 0.4)],
    ['weights', close(1 * (1 - 0.1 * 0.5) - 0.3, 2.4)],
    ['direction', close(1 - 0.1 * 3 * 0.5, 2)],
  ] as const)('adds weight decay to the %s, where the optimizer wants it', (weightDecay, expected) => {
    expect(step(descent(weightDecay), { decay: [0.5, 0] })).toEqual(expected);
  });
});
