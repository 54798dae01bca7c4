import type { Tensor4D, TensorInfo } from '@tensorflow/tfjs';
import type { TensorFlow } from '../../tensorflow.js';

/**
 * TensorFlow 2.21 with oneDNN gives a wrong input gradient for a convolution from one channel to one filter, in most
 * runs. Wider ones are right, so a second filter of zeros is added: it changes nothing else.
 */
export function mendNarrowConvolution(tf: TensorFlow): void {
  const stock = tf.getKernel('Conv2DBackpropInput', 'tensorflow');
  if (stock === undefined) return;
  tf.unregisterKernel('Conv2DBackpropInput', 'tensorflow');
  tf.registerKernel({
    ...stock,
    kernelFunc(call) {
      const { dy, filter } = call.inputs as unknown as { dy: Tensor4D; filter: Tensor4D };
      if (filter.shape[2] !== 1 || filter.shape[3] !== 1) return stock.kernelFunc(call);
      const wide = tf.tidy(() => ({ dy: widen(tf, dy), filter: widen(tf, filter) }));
      const dx = stock.kernelFunc({ ...call, inputs: wide as unknown as Record<string, TensorInfo> });
      tf.dispose(wide);
      return dx;
    },
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
