import type { Tensor2D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { BatchTensors } from './batch-tensors.js';
import type { Selection } from './selection.js';
import type { Supernet } from './supernet.js';

/** Of what `select`, called in a tidy, selects: the share of a batch whose most likely class has the largest target. Batch norm sees the batch itself. */
export async function pathAccuracy(
  tf: TensorFlow,
  supernet: Supernet,
  select: () => Selection,
  { inputs, targets }: BatchTensors,
): Promise<number> {
  const accuracy = tf.tidy(() => {
    const logits: Tensor2D = supernet.run(inputs, select());
    return tf.mean(tf.cast(tf.equal(tf.argMax(logits, 1), tf.argMax(targets, 1)), 'float32'));
  });
  const [value] = await accuracy.data();
  accuracy.dispose();
  return value as number;
}
