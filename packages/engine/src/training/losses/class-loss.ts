import type { Scalar, Tensor2D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import type { LossFunction } from './loss.js';

/** A loss Σ target · f(p) of each class's probability p: f and p · f′(p), from log p. */
export interface ClassTerm {
  value(tf: TensorFlow, logP: Tensor2D): Tensor2D;
  slope(tf: TensorFlow, logP: Tensor2D): Tensor2D;
}

/**
 * The mean of such a loss over the batch, with its exact gradient. With h = target · p · f′(p), softmax's derivative
 * makes it (h − p · Σ h) / batch for each logit.
 */
export function classLoss({ value, slope }: ClassTerm): LossFunction {
  return (tf, logits, targets) => {
    const [batch] = logits.shape;
    const loss = tf.customGrad((x, save) => {
      const logP = tf.logSoftmax(x as Tensor2D);
      (save as (tensors: Tensor2D[]) => void)([logP, targets]);
      const mean = tf.div(tf.sum(tf.mul(targets, value(tf, logP))), batch);
      const gradFunc = (dy: Scalar, saved: Tensor2D[]) => {
        const [log, target] = saved as [Tensor2D, Tensor2D];
        const h = tf.mul(target, slope(tf, log));
        return tf.mul(tf.sub(h, tf.mul(tf.exp(log), tf.sum(h, 1, true))), tf.div(dy, batch));
      };
      return { value: mean, gradFunc: gradFunc as never };
    });
    return loss(logits) as Scalar;
  };
}
