import type { Tensor1D } from '@tensorflow/tfjs';
import type { Optimizer } from './optimizer.js';

/** Chen et al. 2023, algorithm 2: w ← w − η·sign(β₁·m + (1 − β₁)·g), then m ← β₂·m + (1 − β₂)·g. */
export const lion: Optimizer = {
  name: 'lion',
  summary: 'sign of the mean gradient, β 0.9 and 0.99 (Chen et al. 2023); wants a third to a tenth of adamw’s rate',
  slots: 1,
  weightDecay: 'weights',
  update(tf, { weights, gradient, slots, learningRate, settings }) {
    const { beta1 = 0.9, beta2 = 0.99 } = settings;
    const m0 = slots[0] as Tensor1D;
    const direction = tf.sign(tf.add(tf.mul(m0, beta1), tf.mul(gradient, 1 - beta1)));
    const m: Tensor1D = tf.add(tf.mul(m0, beta2), tf.mul(gradient, 1 - beta2));
    return { weights: tf.sub(weights, tf.mul(direction, learningRate)), slots: [m] };
  },
};
