import type { NamedAttrMap, Tensor4D } from '@tensorflow/tfjs';
import { dilationsOf, isDense, spreadFilter } from '../../gradients/spread-filter.js';
import type { TensorFlow } from '../../tensorflow.js';

/** TensorFlow's depthwise convolution on the CPU refuses dilations (seen with 2.21): a spread filter does the same. */
export function mendDilatedDepthwise(tf: TensorFlow): void {
  const stock = tf.getKernel('DepthwiseConv2dNative', 'tensorflow');
  if (stock === undefined) return;
  tf.unregisterKernel('DepthwiseConv2dNative', 'tensorflow');
  tf.registerKernel({
    ...stock,
    kernelFunc(call) {
      const attrs = call.attrs as NamedAttrMap;
      const dilations = dilationsOf(attrs);
      if (isDense(dilations)) return stock.kernelFunc(call);
      const filter = tf.tidy(() => spreadFilter(tf, call.inputs['filter'] as Tensor4D, dilations));
      const y = stock.kernelFunc({
        ...call,
        inputs: { ...call.inputs, filter },
        attrs: { ...attrs, dilations: [1, 1] },
      });
      filter.dispose();
      return y;
    },
  });
}
