import type { Tensor4D, TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import { replaceKernel } from '../replace-kernel.js';
import { poolInfo, type Strides, type WindowAttributes } from '../window.js';
import { windowShares } from '../window-shares.js';

/**
 * TensorFlow 2.21 gives a wrong gradient of an average pool whose window is larger than the image, in some sizes (5 on 4×4).
 * There it is that of a depthwise convolution with ones, each output divided by the number of values that its window sees.
 */
export function mendWideAveragePool(tf: TensorFlow): void {
  replaceKernel(tf, { kernel: 'AvgPoolGrad', backend: 'tensorflow' }, (stock) => (call) => {
    const { dy, input } = call.inputs as unknown as { dy: Tensor4D; input: Tensor4D };
    const attributes = call.attrs as unknown as WindowAttributes & { filterSize: Strides };
    const info = poolInfo(tf, input.shape, attributes);
    const { filterHeight, filterWidth, inHeight, inWidth, inChannels } = info;
    if (filterHeight <= inHeight && filterWidth <= inWidth) return stock(call);
    const { strides, pad, dimRoundingMode } = attributes;
    return tf.tidy(() => {
      const inputs = {
        dy: tf.mul(dy, windowShares(tf, info)),
        filter: tf.ones([filterHeight, filterWidth, inChannels, 1]),
      };
      const attrs = { strides, pad, dimRoundingMode, dilations: 1, inputShape: input.shape };
      return tf.engine().runKernel('DepthwiseConv2dNativeBackpropInput', inputs, attrs as never) as Tensor4D;
    }) as TensorInfo;
  });
}
