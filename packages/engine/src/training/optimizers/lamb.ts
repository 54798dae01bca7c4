import type { Scalar, Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import type { Segment } from '../flat-weights.js';
import type { Optimizer } from './optimizer.js';

/**
 * You et al. 2020, algorithm 2: Adam's direction with weight decay in it, scaled for each layer to the length of its
 * weights. As in the authors' code, biases and batch norm's vectors are neither decayed nor scaled: a vector that begins
 * at zero would hardly ever leave it.
 */
export const lamb: Optimizer = {
  name: 'lamb',
  summary:
    'Adam, scaled to each layer’s weights, for large batches (You et al. 2020); weight decay is in the direction',
  slots: 2,
  weightDecay: 'direction',
  update(tf, { weights, gradient, slots, learningRate, step, settings, segments, decay }) {
    const { beta1 = 0.9, beta2 = 0.999, epsilon = 1e-6 } = settings;
    const [m0, v0] = slots as readonly [Tensor1D, Tensor1D];
    const m: Tensor1D = tf.add(tf.mul(m0, beta1), tf.mul(gradient, 1 - beta1));
    const v: Tensor1D = tf.add(tf.mul(v0, beta2), tf.mul(tf.square(gradient), 1 - beta2));
    const root = tf.sqrt(tf.div(v, 1 - beta2 ** step));
    const adapted: Tensor1D = tf.div(tf.div(m, 1 - beta1 ** step), tf.add(root, epsilon));
    const direction: Tensor1D = decay === undefined ? adapted : tf.add(adapted, tf.mul(weights, decay));
    const scaled = scaleToLayers(tf, { weights, direction, segments });
    return { weights: tf.sub(weights, tf.mul(scaled, learningRate)), slots: [m, v] };
  },
};

/** Each matrix's direction times ‖w‖ / ‖direction‖, or as it is where one of them is zero. */
function scaleToLayers(
  tf: TensorFlow,
  parts: { weights: Tensor1D; direction: Tensor1D; segments: readonly Segment[] },
): Tensor1D {
  const sizes = parts.segments.map(({ size }) => size);
  const weights = tf.split(parts.weights, sizes) as Tensor1D[];
  const directions = tf.split(parts.direction, sizes) as Tensor1D[];
  const scaled = directions.map((direction, i) => {
    if (!parts.segments[i]?.matrix) return direction;
    return tf.mul(direction, trustRatio(tf, weights[i] as Tensor1D, direction)) as Tensor1D;
  });
  return tf.concat1d(scaled);
}

/** Computed where the tensors are: reading norms back would stall every step. */
function trustRatio(tf: TensorFlow, weights: Tensor1D, direction: Tensor1D): Scalar {
  const norm = (x: Tensor1D): Scalar => tf.sqrt(tf.sum(tf.square(x)));
  const [w, d] = [norm(weights), norm(direction)];
  const both = tf.sign(tf.mul(w, d)) as Scalar;
  // A denominator of 1 where a norm is 0, and then a ratio of 1.
  const ratio = tf.div(w, tf.add(d, tf.sub(1, tf.sign(d))));
  return tf.add(tf.mul(both, ratio), tf.sub(1, both));
}
