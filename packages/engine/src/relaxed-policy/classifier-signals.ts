import type { LayersModel, Scalar, Tensor, Tensor1D, Tensor2D, Variable } from '@tensorflow/tfjs';
import type { BatchTensors } from '../supernet/batch-tensors.js';
import type { TensorFlow } from '../tensorflow.js';
import { softCrossEntropy } from '../training/losses/soft-cross-entropy.js';
import type { BatchSignals } from './look-ahead-signals.js';

/** Mean cross-entropy of a batch, and its gradients by some variables. Call it in a tidy. */
export function classifierGradients(
  tf: TensorFlow,
  model: LayersModel,
  { inputs, targets }: BatchTensors,
  variables: readonly Variable[],
) {
  return tf.variableGrads(
    () => softCrossEntropy(tf, model.apply(inputs, { training: true }) as Tensor2D, targets) as Scalar,
    [...variables],
  );
}

/** The images' shares of that loss, and what their pixels are to it: one pass, without a gradient of the weights. */
export function classifierSignals(tf: TensorFlow, model: LayersModel, { inputs, targets }: BatchTensors): BatchSignals {
  const [count] = inputs.shape;
  const losses = (images: Tensor): Tensor1D => {
    const logits = model.apply(images, { training: true }) as Tensor2D;
    return tf.div(tf.neg(tf.sum(tf.mul(targets, tf.logSoftmax(logits)), 1)), count) as Tensor1D;
  };
  const { value, grad } = tf.valueAndGrad(losses)(inputs, tf.ones([count]));
  return { losses: value as Tensor1D, pixelSums: tf.sum(grad, [1, 2, 3]) as Tensor1D };
}
