import type { Tensor1D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** g · min(1, clip / ‖g‖) over all weights together (Pascanu et al. 2013, algorithm 1); 0 clips nothing. */
export function clipGradient(tf: TensorFlow, gradient: Tensor1D, clip: number): Tensor1D {
  if (clip <= 0) return gradient;
  const norm = tf.sqrt(tf.sum(tf.square(gradient)));
  return tf.mul(gradient, tf.div(clip, tf.maximum(norm, clip)));
}
