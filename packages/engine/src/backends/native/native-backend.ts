import { CambiumError } from '@cambium/core';
import { installGradients } from '../../gradients/install-gradients.js';
import { requirePackage, tensorFlow } from '../../tensorflow.js';
import type { BackendDefinition } from '../engine-backend.js';
import { installBatchNormTraining } from './batch-norm-training.js';
import { mendDilatedDepthwise } from './dilated-depthwise.js';
import { findNativePackage } from './find-package.js';
import { mendNarrowConvolution } from './narrow-convolution.js';
import { nativeDevice, probeNative } from './probe-native.js';
import { mendWideAveragePool } from './wide-average-pool.js';

let mended = false;

/** TensorFlow's C library through tfjs-node or tfjs-node-gpu, when `npm run setup:native` has brought it. */
export const nativeBackend: BackendDefinition = {
  name: 'native',
  priority: 30,
  isAvailable: probeNative,
  async open() {
    const found = findNativePackage();
    if (found.kind === 'missing') throw new CambiumError('give-up', `native TensorFlow can't run: ${found.reason}`);
    const tf = tensorFlow();
    try {
      requirePackage(found.name);
    } catch (cause) {
      const message = `${found.name} does not load; "npm run setup:native" rebuilds it`;
      throw new CambiumError('give-up', message, { cause });
    }
    await tf.setBackend('tensorflow');
    await tf.ready();
    if (!mended) {
      mendNarrowConvolution(tf);
      mendDilatedDepthwise(tf);
      mendWideAveragePool(tf);
      installBatchNormTraining(tf);
      mended = true;
    }
    installGradients(tf);
    const { isUsingGpuDevice } = tf.backend() as unknown as { readonly isUsingGpuDevice?: boolean };
    const device = nativeDevice(isUsingGpuDevice === true);
    return { name: 'native', device, tf, close: async () => undefined };
  },
};
