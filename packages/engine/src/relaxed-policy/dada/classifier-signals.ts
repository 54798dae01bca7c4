import type { LayersModel, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { BatchTensors } from '../../supernet/batch-tensors.js';
import type { TensorFlow } from '../../tensorflow.js';
import type { BatchSignals } from './look-ahead-signals.js';

/** The images' shares of the loss, and what their pixels are to it: one pass, without a gradient of the weights. Call it in a tidy. */
export function classifierSignals(tf: TensorFlow, model: LayersModel, { inputs, targets }: BatchTensors): BatchSignals {
  const [count] = inputs.shape;
  const losses = (images: Tensor): Tensor1D => {
    const logits = model.apply(images, { training: true }) as Tensor2D;
    return tf.div(tf.neg(tf.sum(tf.mul(targets, tf.logSoftmax(logits)), 1)), count) as Tensor1D;
  };
  const { value, grad } = tf.valueAndGrad(losses)(inputs, tf.ones([count]));
  return { losses: value as Tensor1D, pixelSums: tf.sum(grad, [1, 2, 3]) as Tensor1D };
}
