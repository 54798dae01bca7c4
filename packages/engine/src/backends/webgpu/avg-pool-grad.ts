import type { Tensor4D, TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import { poolInfo, type Strides, type WindowAttributes } from '../window.js';

/**
 * Mends average pooling's gradient with `same` padding on a backend whose kernel divides by the whole window: dy is
 * first multiplied by (window size / values seen), so that the kernel's division comes out right.
 */
export function mendAvgPoolGrad(tf: TensorFlow, backendName: string): void {
  const stock = tf.getKernel('AvgPoolGrad', backendName);
  if (stock === undefined) return;
  tf.unregisterKernel('AvgPoolGrad', backendName);
  tf.registerKernel({
    ...stock,
    kernelFunc(call) {
      const { dy, input } = call.inputs as unknown as { dy: Tensor4D; input: Tensor4D };
      const attributes = call.attrs as unknown as WindowAttributes & { filterSize: Strides };
      const info = poolInfo(tf, input.shape, attributes);
      const scaled = tf.tidy(() => {
        const rows = seen(info.outHeight, info.strideHeight, info.filterHeight, [info.padInfo.top, info.inHeight]);
        const columns = seen(info.outWidth, info.strideWidth, info.filterWidth, [info.padInfo.left, info.inWidth]);
        const factors = rows.flatMap((r) => columns.map((c) => (info.filterHeight * info.filterWidth) / (r * c)));
        return tf.mul(dy, tf.tensor(factors, [1, info.outHeight, info.outWidth, 1]));
      });
      const dx = stock.kernelFunc({ ...call, inputs: { dy: scaled, input } as Record<string, TensorInfo> });
      scaled.dispose();
      return dx;
    },
  });
}

/** For each output position, how many positions of its window lie inside an axis of the given length. */
function seen(count: number, stride: number, window: number, [pad, length]: [number, number]): number[] {
  return Array.from({ length: count }, (_, i) => {
    const start = i * stride - pad;
    return Math.min(length, start + window) - Math.max(0, start);
  });
}
