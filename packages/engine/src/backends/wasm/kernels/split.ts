import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';

interface Attributes {
  readonly numOrSizeSplits: number | number[];
  readonly axis: number;
}

/**
 * Splits along the first axis by copying each part once. The stock kernel copies the whole tensor for every part, which
 * for the flat vector of a network's weights costs as much as the rest of a training step.
 */
export const split = defineKernel<{ readonly x: TensorInfo }, Attributes>({
  name: 'SplitV',
  compute({ inputs: { x }, attributes: { numOrSizeSplits, axis } }, { tf, allocate, floats }, original) {
    if ((axis !== 0 || x.dtype !== 'float32') && original !== undefined) return original();
    const [length = 0, ...rest] = x.shape;
    const sizes = tf.backend_util.prepareSplitSize(x as never, numOrSizeSplits, 0);
    const parts = sizes.map((size) => allocate([size, ...rest]));
    const row = tf.util.sizeFromShape(x.shape) / length;
    const from = floats(x);
    let at = 0;
    parts.forEach((part, i) => {
      const values = (sizes[i] ?? 0) * row;
      floats(part).set(from.subarray(at, at + values));
      at += values;
    });
    return parts;
  },
});
