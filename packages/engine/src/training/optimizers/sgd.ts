import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import type { Optimizer, UpdateInput, UpdateOutput } from './optimizer.js';

/** v ← μ·v + g. */
function velocity(tf: TensorFlow, { slots, gradient, settings }: UpdateInput): Tensor1D {
  return tf.add(tf.mul(slots[0] as Tensor1D, settings.momentum), gradient);
}

function heavyBall(tf: TensorFlow, input: UpdateInput): UpdateOutput {
  const v = velocity(tf, input);
  return { weights: tf.sub(input.weights, tf.mul(v, input.learningRate)), slots: [v] };
}

/** w ← w − η·v with v ← μ·v + g; plain gradient descent for μ = 0. */
export const sgd: Optimizer = {
  name: 'sgd',
  summary: 'stochastic gradient descent, with momentum when it is above 0',
  slots: 1,
  weightDecay: 'gradient',
  update: heavyBall,
};

/** Polyak's heavy ball under its own name, for spaces that choose between optimizers. */
export const momentum: Optimizer = {
  name: 'momentum',
  summary: 'gradient descent with heavy-ball momentum (Polyak 1964)',
  slots: 1,
  weightDecay: 'gradient',
  update: heavyBall,
};

/** w ← w − η·(g + μ·v) with v ← μ·v + g (Sutskever et al. 2013, in the form that frameworks use). */
export const nesterov: Optimizer = {
  name: 'nesterov',
  summary: 'gradient descent with Nesterov momentum (Sutskever et al. 2013)',
  slots: 1,
  weightDecay: 'gradient',
  update(tf, input) {
    const v = velocity(tf, input);
    const direction = tf.add(tf.mul(v, input.settings.momentum), input.gradient);
    return { weights: tf.sub(input.weights, tf.mul(direction, input.learningRate)), slots: [v] };
  },
};
