import type { GradConfig, NamedTensorMap, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** ReLU's gradient from its output, with the backend's kernel `ReluGrad` where there is one. */
export function reluGradient(tf: TensorFlow): GradConfig {
  return {
    kernelName: 'Relu',
    outputsToSave: [true],
    gradFunc(upstream, saved) {
      const dy = upstream as Tensor;
      const [y] = saved as [Tensor];
      const fused = tf.getKernel('ReluGrad', tf.getBackend()) !== undefined;
      const inputs: NamedTensorMap = { dy, y };
      return { x: () => (fused ? (tf.engine().runKernel('ReluGrad', inputs) as Tensor) : tf.mul(dy, tf.step(y))) };
    },
  };
}
