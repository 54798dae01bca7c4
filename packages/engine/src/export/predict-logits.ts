import type { Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';
import type { ExportInputs } from './export-format.js';

/** The logits [image][class] of anything that predicts from normalised images. */
export async function predictLogits(
  tf: TensorFlow,
  model: { predict(inputs: Tensor): Tensor | Tensor[] },
  { values, shape }: ExportInputs,
): Promise<Float32Array> {
  const output = tf.tidy(() => model.predict(tf.tensor4d(values, [...shape])) as Tensor);
  const logits = await output.data<'float32'>();
  output.dispose();
  return logits;
}
