import type { backend_util, Tensor4D } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/**
 * For each output position of a pool, the inverse of the number of values that its window sees, [1, height, width, 1]: with
 * `same` padding a window at the border sees fewer than its size.
 */
export function windowShares(tf: TensorFlow, info: backend_util.Conv2DInfo): Tensor4D {
  const rows = seen(info.outHeight, info.strideHeight, info.filterHeight, [info.padInfo.top, info.inHeight]);
  const columns = seen(info.outWidth, info.strideWidth, info.filterWidth, [info.padInfo.left, info.inWidth]);
  const shares = rows.flatMap((r) => columns.map((c) => 1 / (r * c)));
  return tf.tensor4d(shares, [1, info.outHeight, info.outWidth, 1]);
}

/** For each output position, how many positions of its window lie inside an axis of the given length. */
function seen(count: number, stride: number, window: number, [pad, length]: [number, number]): number[] {
  return Array.from({ length: count }, (_, i) => {
    const start = i * stride - pad;
    return Math.min(length, start + window) - Math.max(0, start);
  });
}
