import type { Tensor2D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import { classLoss } from './class-loss.js';
import type { Loss } from './loss.js';

/** Keeps (1 − p)^(γ − 1) finite where p is 1 and γ below 1; what it multiplies is 0 there. */
const least = 1e-7;

/** Lin et al. 2017: −(1 − p)^γ · log p, here for every class by its share of the target. */
export const focal: Loss = {
  name: 'focal',
  summary: 'cross-entropy that counts images less the better they are known, γ 2 (Lin et al. 2017)',
  create({ focalGamma: gamma = 2 }) {
    const missing = (tf: TensorFlow, logP: Tensor2D): Tensor2D => tf.maximum(tf.sub(1, tf.exp(logP)), least);
    return classLoss({
      value: (tf, logP) => tf.mul(tf.neg(tf.pow(missing(tf, logP), gamma)), logP),
      // p · f′(p) = γ · p · (1 − p)^(γ − 1) · log p − (1 − p)^γ
      slope(tf, logP) {
        const q = missing(tf, logP);
        const steep = tf.mul(tf.mul(tf.exp(logP), tf.mul(tf.pow(q, gamma - 1), gamma)), logP);
        return tf.sub(steep, tf.pow(q, gamma));
      },
    });
  },
};
