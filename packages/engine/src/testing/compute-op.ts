import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { TfOpCase } from './tf-op-case.js';

export interface ComputedOp {
  readonly output: Float32Array;
  readonly gradients: readonly Float32Array[];
}

/** Output and gradients of one op on the current backend. */
export async function computeOp(
  tf: TensorFlow,
  op: TfOpCase,
  inputs: readonly Float32Array[],
  dy: Float32Array,
): Promise<ComputedOp> {
  const results = tf.tidy(() => {
    const tensors = inputs.map((values, i) => tf.tensor(values, [...(op.inputs[i] ?? [])]));
    const output = op.run(tf, tensors);
    const upstream = tf.tensor(dy, output.shape);
    const gradients = tf.grads((...moved: Tensor[]) => op.run(tf, moved))(tensors, upstream);
    return [output, ...gradients];
  });
  const values: Float32Array[] = [];
  for (const result of results) values.push(Float32Array.from(await result.data()));
  tf.dispose(results);
  return { output: values[0] as Float32Array, gradients: values.slice(1) };
}
