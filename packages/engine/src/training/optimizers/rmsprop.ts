import type { Tensor1D } from '@tensorflow/tfjs';
import type { Optimizer } from './optimizer.js';

/**
 * v ← β₂·v + (1 − β₂)·g², b ← μ·b + g / (√v + ε), w ← w − η·b: Tieleman & Hinton 2012 for μ = 0, with momentum as
 * frameworks add it. v starts at 0 and is not corrected for it, so that the first steps are long.
 */
export const rmsprop: Optimizer = {
  name: 'rmsprop',
  summary:
    'gradient over the root of its mean square, β₂ 0.9 (Tieleman & Hinton 2012), with momentum when it is above 0',
  slots: 2,
  weightDecay: 'gradient',
  update(tf, { weights, gradient, slots, learningRate, settings }) {
    const { momentum, beta2 = 0.9, epsilon = 1e-8 } = settings;
    const [v0, b0] = slots as readonly [Tensor1D, Tensor1D];
    const v: Tensor1D = tf.add(tf.mul(v0, beta2), tf.mul(tf.square(gradient), 1 - beta2));
    const scaled = tf.div(gradient, tf.add(tf.sqrt(v), epsilon));
    const b: Tensor1D = tf.add(tf.mul(b0, momentum), scaled);
    return { weights: tf.sub(weights, tf.mul(b, learningRate)), slots: [v, b] };
  },
};
