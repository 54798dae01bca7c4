import { classLoss } from './class-loss.js';
import type { Loss } from './loss.js';

/** Leng et al. 2022, Poly-1: −log p + ε · (1 − p), for every class by its share of the target. */
export const poly: Loss = {
  name: 'poly',
  summary: 'cross-entropy with its first polynomial coefficient raised by ε, 1 unless given (Leng et al. 2022)',
  create({ polyEpsilon: epsilon = 1 }) {
    return classLoss({
      value: (tf, logP) => tf.sub(tf.mul(tf.sub(1, tf.exp(logP)), epsilon), logP),
      slope: (tf, logP) => tf.sub(-1, tf.mul(tf.exp(logP), epsilon)),
    });
  },
};
