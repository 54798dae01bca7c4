import type { NamedAttrMap, Tensor4D } from '@tensorflow/tfjs';
import { dilationsOf, isDense, spreadFilter } from '../../gradients/spread-filter.js';
import type { TensorFlow } from '../../tensorflow.js';
import { replaceKernel } from '../replace-kernel.js';

/** TensorFlow's depthwise convolution on the CPU refuses dilations (seen with 2.21): a spread filter does the same. */
export function mendDilatedDepthwise(tf: TensorFlow): void {
  replaceKernel(tf, { kernel: 'DepthwiseConv2dNative', backend: 'tensorflow' }, (stock) => (call) => {
    const attrs = call.attrs as NamedAttrMap;
    const dilations = dilationsOf(attrs);
    if (isDense(dilations)) return stock(call);
    const filter = tf.tidy(() => spreadFilter(tf, call.inputs['filter'] as Tensor4D, dilations));
    const y = stock({
      ...call,
      inputs: { ...call.inputs, filter },
      attrs: { ...attrs, dilations: [1, 1] },
    });
    filter.dispose();
    return y;
  });
}
