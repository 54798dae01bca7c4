import type { GradConfig, Tensor } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** Gradient of the engine's own kernel `BatchNormTraining`; μ and σ² are outputs that nothing is trained through. */
export function batchNormTrainingGradient(tf: TensorFlow): GradConfig {
  return {
    kernelName: 'BatchNormTraining',
    inputsToSave: ['x', 'scale'],
    outputsToSave: [false, true, true],
    gradFunc(dy, saved, attributes) {
      const [x, scale, mean, variance] = saved as [Tensor, Tensor, Tensor, Tensor];
      const [first] = dy as Tensor[];
      const inputs = { dy: first as Tensor, x, scale, mean, variance };
      const [dx, dscale, doffset] = tf.engine().runKernel('BatchNormTrainingGrad', inputs, attributes) as [
        Tensor,
        Tensor,
        Tensor,
      ];
      return { x: () => dx, scale: () => dscale, offset: () => doffset };
    },
  };
}
