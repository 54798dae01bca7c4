import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import type { Optimizer, UpdateInput, UpdateOutput } from './optimizer.js';

/** Kingma & Ba 2015, algorithm 1. The bias corrections are folded into two numbers, which saves two passes. */
function update(tf: TensorFlow, { weights, gradient, slots, learningRate, step, settings }: UpdateInput): UpdateOutput {
  const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 } = settings;
  const [m0, v0] = slots as readonly [Tensor1D, Tensor1D];
  const m: Tensor1D = tf.add(tf.mul(m0, beta1), tf.mul(gradient, 1 - beta1));
  const v: Tensor1D = tf.add(tf.mul(v0, beta2), tf.mul(tf.square(gradient), 1 - beta2));
  const correction = Math.sqrt(1 - beta2 ** step);
  const rate = (learningRate * correction) / (1 - beta1 ** step);
  const change = tf.div(tf.mul(m, rate), tf.add(tf.sqrt(v), epsilon * correction));
  return { weights: tf.sub(weights, change), slots: [m, v] };
}

export const adam: Optimizer = {
  name: 'adam',
  summary: 'Adam, β 0.9 and 0.999 (Kingma & Ba 2015); weight decay is L2',
  slots: 2,
  weightDecay: 'gradient',
  update,
};

export const adamw: Optimizer = {
  name: 'adamw',
  summary: 'Adam with decoupled weight decay (Loshchilov & Hutter 2019)',
  slots: 2,
  weightDecay: 'weights',
  update,
};
