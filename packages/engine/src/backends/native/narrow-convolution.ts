import type { Tensor4D, TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';
import { replaceKernel } from '../replace-kernel.js';

/**
 * TensorFlow 2.21 with oneDNN gives a wrong input gradient for a convolution from one channel to one filter, in most
 * runs. Wider ones are right, so a second filter of zeros is added: it changes nothing else.
 */
export function mendNarrowConvolution(tf: TensorFlow): void {
  replaceKernel(tf, { kernel: 'Conv2DBackpropInput', backend: 'tensorflow' }, (stock) => (call) => {
    const { dy, filter } = call.inputs as unknown as { dy: Tensor4D; filter: Tensor4D };
    if (filter.shape[2] !== 1 || filter.shape[3] !== 1) return stock(call);
    const wide = tf.tidy(() => ({ dy: widen(tf, dy), filter: widen(tf, filter) }));
    const dx = stock({ ...call, inputs: wide as unknown as Record<string, TensorInfo> });
    tf.dispose(wide);
    return dx;
  });
}

function widen(tf: TensorFlow, tensor: Tensor4D): Tensor4D {
  return tf.pad(tensor, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 1],
  ]);
}
