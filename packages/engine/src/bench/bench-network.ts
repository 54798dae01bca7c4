import type { LayersModel } from '@tensorflow/tfjs';
import type { TensorFlow } from '../tensorflow.js';

/** Images per batch. */
export const batchSize = 64;
export const classes = 10;

/** The benchmark's network: conv 3×3-32, pool, conv 3×3-64, pool, dense 128, dense 10, ReLU; 28×28×1 images. */
export function benchNetwork(tf: TensorFlow): LayersModel {
  const conv = (filters: number) =>
    tf.layers.conv2d({ filters, kernelSize: 3, padding: 'same', activation: 'relu', kernelInitializer: 'heNormal' });
  return tf.sequential({
    layers: [
      tf.layers.inputLayer({ inputShape: [28, 28, 1] }),
      conv(32),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      conv(64),
      tf.layers.maxPooling2d({ poolSize: 2 }),
      tf.layers.flatten(),
      tf.layers.dense({ units: 128, activation: 'relu' }),
      tf.layers.dense({ units: classes }),
    ],
  });
}
