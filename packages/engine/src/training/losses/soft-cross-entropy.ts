import type { Scalar, Tensor2D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

/**
 * Mean over the batch of −Σ target · log softmax(logits). Targets are a distribution over the classes for each row
 * (smoothed or mixed labels) and constant; the gradient is (softmax(logits) − target) / batch.
 */
export function softCrossEntropy(tf: TensorFlow, logits: Tensor2D, targets: Tensor2D): Scalar {
  const [batch] = logits.shape;
  const loss = tf.customGrad((x, save) => {
    const logProbabilities = tf.logSoftmax(x as Tensor2D);
    (save as (tensors: Tensor2D[]) => void)([logProbabilities, targets]);
    const value = tf.div(tf.neg(tf.sum(tf.mul(targets, logProbabilities))), batch);
    const gradFunc = (dy: Scalar, saved: Tensor2D[]) => {
      const difference = tf.sub(tf.exp(saved[0] as Tensor2D), saved[1] as Tensor2D);
      return tf.mul(difference, tf.div(dy, batch));
    };
    return { value, gradFunc: gradFunc as never };
  });
  return loss(logits) as Scalar;
}
