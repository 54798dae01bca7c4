import { createRng } from '@cambium/core';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { openBackend } from '../backends/open-backend.js';
import type { TensorFlow } from '../tensorflow.js';
import { type BilevelProblem, type InnerStep, unrolledGradient } from './unrolled-gradient.js';

let tf: TensorFlow;
beforeAll(async () => {
  tf = (await openBackend('wasm')).tf;
});

type Loss = (weights: Tensor1D, architecture: Tensor1D) => Scalar;

/** A problem of two losses at one point, with the weights that were assigned in order. */
function problemOf(losses: { train: Loss; validation: Loss }, start: readonly number[], alpha: readonly number[]) {
  const assigned: Float32Array[] = [];
  let weights = tf.tensor1d([...start]);
  const architecture = tf.tensor1d([...alpha]);
  const gradients = (loss: Loss) => {
    const [w, a] = tf.grads((...inputs: Tensor[]) => loss(inputs[0] as Tensor1D, inputs[1] as Tensor1D))([
      weights,
      architecture,
    ]) as [Tensor1D, Tensor1D];
    return { weights: w, architecture: a };
  };
  const problem: BilevelProblem = {
    weights: () => weights,
    assign(next) {
      weights = next;
      assigned.push(next.dataSync<'float32'>().slice());
    },
    train: () => gradients(losses.train),
    validation: () => gradients(losses.validation),
  };
  return { problem, assigned };
}

const stepOf = (change: Partial<InnerStep> & Pick<InnerStep, 'velocity'>): InnerStep => ({
  learningRate: 0.5,
  momentum: 0,
  weightDecay: 0,
  ...change,
});

/** Liu et al. 2019, figure 2: L_train = w² − 2αw + α², L_val = αw − 2α + 1. */
const toy = {
  train: (w: Tensor1D, a: Tensor1D) =>
    tf.sum(tf.add(tf.sub(tf.square(w), tf.mul(2, tf.mul(a, w))), tf.square(a))) as Scalar,
  validation: (w: Tensor1D, a: Tensor1D) => tf.sum(tf.add(tf.sub(tf.mul(a, w), tf.mul(2, a)), 1)) as Scalar,
};

describe('the unrolled gradient', () => {
  it.each([0, 0.1, 0.5])('is that of the paper’s example after a step of rate %d', (learningRate) => {
    for (const [alpha, weight] of [
      [2, -2],
      [1, 0.3],
    ] as const) {
      const [gradient] = tf.tidy(() => {
        const { problem } = problemOf(toy, [weight], [alpha]);
        const step = stepOf({ learningRate, velocity: tf.zeros([1]) });
        return unrolledGradient(tf, problem, step).dataSync();
      });
      // w′ = w − 2ξ(w − α), so d/dα of αw′ − 2α + 1 is w′ − 2 + 2ξα.
      const ahead = weight - 2 * learningRate * (weight - alpha);
      expect(gradient).toBeCloseTo(ahead - 2 + 2 * learningRate * alpha, 3);
    }
  });

  it('leads the paper’s example to α = 1, and the first order to α = 2', () => {
    const optimum = (learningRate: number) => {
      let [alpha, weight] = [2, -2];
      for (let i = 0; i < 120; i++) {
        const [gradient] = tf.tidy(() => {
          const { problem } = problemOf(toy, [weight], [alpha]);
          return unrolledGradient(tf, problem, stepOf({ learningRate, velocity: tf.zeros([1]) })).dataSync();
        });
        alpha -= 0.1 * (gradient as number);
        weight -= 0.5 * 2 * (weight - alpha);
      }
      return alpha;
    };
    expect(optimum(0)).toBeCloseTo(2, 2);
    expect(optimum(0.5)).toBeCloseTo(1, 2);
  });

  it('is within 1e-3 of the true one of a network of two layers, momentum and weight decay included', () => {
    const rng = createRng('two layers');
    const draw = (count: number, scale = 1) => Array.from({ length: count }, () => scale * rng.normal());
    const [inputs, targets] = [draw(24), draw(16)];
    // Two layers of 3·4 and 4·2 weights; α mixes three activations of the layer between.
    const loss =
      (from: number): Loss =>
      (w, a) => {
        const x = tf.tensor2d(inputs.slice(from, from + 12), [4, 3]);
        const y = tf.tensor2d(targets.slice(from / 1.5, from / 1.5 + 8), [4, 2]);
        const hidden = tf.matMul(x, tf.reshape(tf.slice(w, 0, 12), [3, 4]) as Tensor2D);
        const mix = tf.unstack(tf.softmax(a)) as [Scalar, Scalar, Scalar];
        const mixed = tf.addN([
          tf.mul(tf.tanh(hidden), mix[0]),
          tf.mul(tf.sigmoid(hidden), mix[1]),
          tf.mul(hidden, mix[2]),
        ]);
        const out = tf.matMul(mixed as Tensor2D, tf.reshape(tf.slice(w, 12, 8), [4, 2]) as Tensor2D);
        return tf.mean(tf.square(tf.sub(out, y))) as Scalar;
      };
    const losses = { train: loss(0), validation: loss(12) };
    const [start, alpha, velocity] = [draw(20, 0.7), draw(3, 0.5), draw(20, 0.3)];
    const options = { learningRate: 0.2, momentum: 0.9, weightDecay: 0.05 };
    const [approximate, exact, restored] = tf.tidy(() => {
      const { problem, assigned } = problemOf(losses, start, alpha);
      const step = { ...options, velocity: tf.tensor1d(velocity) };
      const gradient = [...unrolledGradient(tf, problem, step).dataSync()];
      // With second derivatives, which TensorFlow.js has for dense layers.
      const reference = tf.grad((a: Tensor) => {
        const w = tf.tensor1d(start);
        const inner = tf.grad((inside: Tensor) => losses.train(inside as Tensor1D, a as Tensor1D))(w);
        const direction = tf.addN([tf.mul(step.velocity, 0.9), inner, tf.mul(w, 0.05)]);
        return losses.validation(tf.sub(w, tf.mul(direction, 0.2)) as Tensor1D, a as Tensor1D);
      })(tf.tensor1d(alpha));
      return [gradient, [...reference.dataSync()], assigned.at(-1)] as unknown as Tensor[];
    }) as unknown as [number[], number[], Float32Array];
    const size = Math.hypot(...exact);
    exact.forEach((value, i) => expect(Math.abs((approximate[i] as number) - value) / size).toBeLessThan(1e-3));
    expect(restored).toEqual(Float32Array.from(start));
  });
});
