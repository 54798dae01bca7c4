import type { LayersModel, Scalar, Tensor2D, Variable } from '@tensorflow/tfjs';
import type { BatchTensors } from '../supernet/batch-tensors.js';
import type { TensorFlow } from '../tensorflow.js';
import { softCrossEntropy } from '../training/losses/soft-cross-entropy.js';

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
