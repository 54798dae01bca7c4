import type { KernelFunc } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** Puts a backend's kernel behind one that mends it, if the backend has it; `mend` gets what was there. */
export function replaceKernel(
  tf: TensorFlow,
  { kernel, backend }: { readonly kernel: string; readonly backend: string },
  mend: (stock: KernelFunc) => KernelFunc,
): void {
  const stock = tf.getKernel(kernel, backend);
  if (stock === undefined) return;
  tf.unregisterKernel(kernel, backend);
  tf.registerKernel({ ...stock, kernelFunc: mend(stock.kernelFunc) });
}
