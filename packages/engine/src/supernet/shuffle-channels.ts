import type { Tensor, Tensor2D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/**
 * Deals the channels of NHWC out over `groups`, so that the next partial operation sees others (Zhang et al. 2018, 3.1).
 * Channels that are no multiple of the groups stay as they are. As a product with a permutation: transposing the innermost
 * dimensions is many times slower on WASM.
 */
export function shuffleChannels(tf: TensorFlow, x: Tensor, groups: number): Tensor {
  const channels = x.shape.at(-1) as number;
  if (groups < 2 || channels % groups !== 0) return x;
  const permutation = new Float32Array(channels * channels);
  for (let to = 0; to < channels; to++) {
    const from = (to % groups) * (channels / groups) + Math.floor(to / groups);
    permutation[from * channels + to] = 1;
  }
  const flat: Tensor2D = tf.reshape(x, [-1, channels]);
  return tf.reshape(tf.matMul(flat, tf.tensor2d(permutation, [channels, channels])), x.shape);
}
