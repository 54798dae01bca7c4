import type { Tensor4D, TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import { replaceKernel } from '../replace-kernel.js';
import { poolInfo, type Strides, type WindowAttributes } from '../window.js';
import { windowShares } from '../window-shares.js';

/**
 * Mends average pooling's gradient with `same` padding on a backend whose kernel divides by the whole window: dy is
 * first multiplied by (window size / values seen), so that the kernel's division comes out right.
 */
export function mendAvgPoolGrad(tf: TensorFlow, backendName: string): void {
  replaceKernel(tf, { kernel: 'AvgPoolGrad', backend: backendName }, (stock) => (call) => {
    const { dy, input } = call.inputs as unknown as { dy: Tensor4D; input: Tensor4D };
    const attributes = call.attrs as unknown as WindowAttributes & { filterSize: Strides };
    const info = poolInfo(tf, input.shape, attributes);
    const size = info.filterHeight * info.filterWidth;
    const scaled = tf.tidy(() => tf.mul(dy, tf.mul(windowShares(tf, info), size)));
    const dx = stock({ ...call, inputs: { dy: scaled, input } as Record<string, TensorInfo> });
    scaled.dispose();
    return dx;
  });
}
