import type { ArchitectureGraph, ImageShape } from '@cambium/core';
import type { LayersModel, Tensor, Tensor2D } from '@tensorflow/tfjs';
import { imageSize } from '../batches/labelled-images.js';
import { type Normalization, normalizer } from '../batches/normalization.js';
import type { TensorFlow } from '../tensorflow.js';

/** A network with what its inputs must go through. */
export interface Network extends ImageModel {
  readonly model: LayersModel;
}

/** Anything that makes logits of normalised images. */
export interface ImageModel {
  readonly model: Pick<LayersModel, 'apply'>;
  readonly shape: ImageShape;
  readonly normalization: Normalization;
  /** What the model was built from. Absent for a model that was saved without it: such a one can't be written as source. */
  readonly architecture?: ArchitectureGraph;
}

/** Images per forward pass: enough to keep the kernels busy, few enough to keep activations small. */
const atOnce = 256;

/** Calls `visit` with the logits of the images, some at a time and in order, as [image][class]. */
export async function forward(
  tf: TensorFlow,
  { model, shape, normalization }: ImageModel,
  images: Uint8Array,
  visit: (logits: Float32Array, first: number, count: number) => void | Promise<void>,
): Promise<void> {
  const size = imageSize(shape);
  const normalize = normalizer(normalization);
  const total = images.length / size;
  for (let first = 0; first < total; first += atOnce) {
    const count = Math.min(atOnce, total - first);
    const inputs = normalize(images.subarray(first * size, (first + count) * size));
    const logits = tf.tidy(() => {
      const output = model.apply(tf.tensor4d(inputs, [count, ...shape]), { training: false }) as Tensor;
      return output as Tensor2D;
    });
    const values = await logits.data<'float32'>();
    logits.dispose();
    await visit(values, first, count);
  }
}
