import type { GradConfig, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/**
 * Gradient of the engine's own kernel `BatchNormTraining`; μ and σ² are outputs that nothing is trained through. A
 * backend's kernel may have three more outputs, which its `BatchNormTrainingGrad` gets back.
 */
export function batchNormTrainingGradient(tf: TensorFlow): GradConfig {
  return {
    kernelName: 'BatchNormTraining',
    inputsToSave: ['x', 'scale'],
    outputsToSave: [false, true, true, true, true, true],
    gradFunc(dy, saved, attributes) {
      const [x, scale, mean, variance, ...reserve] = saved as [Tensor, Tensor, Tensor, Tensor, ...Tensor[]];
      const [first] = dy as Tensor[];
      const reserved = Object.fromEntries(reserve.map((tensor, i) => [`reserve${i + 1}`, tensor]));
      const inputs = { dy: first as Tensor, x, scale, mean, variance, ...reserved };
      const [dx, dscale, doffset] = tf.engine().runKernel('BatchNormTrainingGrad', inputs, attributes) as [
        Tensor,
        Tensor,
        Tensor,
      ];
      return { x: () => dx, scale: () => dscale, offset: () => doffset };
    },
  };
}
