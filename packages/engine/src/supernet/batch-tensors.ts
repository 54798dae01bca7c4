import type { ImageShape } from '@cambium/core';
import type { Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import type { Batch } from '../batches/batch-source.js';
import type { TensorFlow } from '../tensorflow.js';

/** A batch on the device. */
export interface BatchTensors {
  readonly inputs: Tensor4D;
  /** Each row is a distribution over the classes. */
  readonly targets: Tensor2D;
}

/** The caller disposes of both, or is in a tidy. */
export function batchTensors(tf: TensorFlow, { count, images, targets }: Batch, shape: ImageShape): BatchTensors {
  return {
    inputs: tf.tensor4d(images, [count, ...shape]),
    targets: tf.tensor2d(targets, [count, targets.length / count]),
  };
}
