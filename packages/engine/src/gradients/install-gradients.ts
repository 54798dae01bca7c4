import type { TensorFlow } from '../tensorflow.js';
import { batchNormTrainingGradient } from './batch-norm-training.js';
import { dilatedConvolutionGradients } from './dilated-convolution.js';
import { reluGradient } from './relu.js';

let installed = false;

/** Registers the gradients that hold for every backend. Safe to call again. */
export function installGradients(tf: TensorFlow): void {
  if (installed) return;
  installed = true;
  for (const gradient of [...dilatedConvolutionGradients(tf), batchNormTrainingGradient(tf), reluGradient(tf)]) {
    if (tf.getGradient(gradient.kernelName) !== undefined) tf.unregisterGradient(gradient.kernelName);
    tf.registerGradient(gradient);
  }
}
