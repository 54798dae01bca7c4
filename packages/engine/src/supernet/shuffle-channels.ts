import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/**
 * Deals the channels of NHWC out over `groups`, so that the next partial operation sees others (Zhang et al. 2018, 3.1).
 * Channels that are no multiple of the groups stay as they are.
 */
export function shuffleChannels(tf: TensorFlow, x: Tensor, groups: number): Tensor {
  const channels = x.shape.at(-1) as number;
  if (groups < 2 || channels % groups !== 0) return x;
  const dealt = tf.transpose(tf.reshape(x, [-1, groups, channels / groups]), [0, 2, 1]);
  return tf.reshape(dealt, x.shape);
}
