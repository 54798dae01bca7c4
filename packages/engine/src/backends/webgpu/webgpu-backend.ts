import { CambiumError } from '@cambium/core';
import { installGradients } from '../../gradients/install-gradients.js';
import { requirePackage, tensorFlow } from '../../tensorflow.js';
import type { BackendDefinition } from '../engine-backend.js';
import { mendAvgPoolGrad } from './avg-pool-grad.js';
import { type GpuAdapter, type GpuDevice, installDawn } from './dawn.js';
import { probeAdapter } from './probe-adapter.js';

type Backend = ReturnType<Parameters<ReturnType<typeof tensorFlow>['registerBackend']>[1]>;
interface WebgpuPackage {
  readonly WebGPUBackend: new (device: GpuDevice, info: GpuAdapter['info']) => Backend;
}

/** Limits that TensorFlow.js's kernels rely on beyond WebGPU's guaranteed minimum: ask for all the adapter has. */
const limits = [
  'maxStorageBufferBindingSize',
  'maxBufferSize',
  'maxComputeWorkgroupStorageSize',
  'maxComputeInvocationsPerWorkgroup',
  'maxComputeWorkgroupsPerDimension',
];

let mended = false;

/** Any vendor's GPU, without CUDA: TensorFlow.js's WebGPU backend on Dawn, the WebGPU of Chromium, for Node. */
export const webgpuBackend: BackendDefinition = {
  name: 'webgpu',
  priority: 20,
  isAvailable: probeAdapter,
  async open() {
    const { available, reason, device } = await probeAdapter();
    if (!available || device === null) throw new CambiumError('give-up', `WebGPU can't run: ${reason}`);
    const tf = tensorFlow();
    const adapter = await installDawn().requestAdapter();
    if (adapter === null) throw new CambiumError('give-up', 'the GPU that was there a moment ago is gone');
    const requiredLimits = Object.fromEntries(limits.map((name) => [name, adapter.limits[name] as number]));
    const gpu = await adapter.requestDevice({ requiredLimits });
    const { WebGPUBackend } = requirePackage<WebgpuPackage>('@tensorflow/tfjs-backend-webgpu');
    // The package registers a backend of its own when it is loaded; this one has the adapter's limits.
    tf.removeBackend('webgpu');
    tf.registerBackend('webgpu', () => new WebGPUBackend(gpu, adapter.info), 3);
    await tf.setBackend('webgpu');
    await tf.ready();
    if (!mended) mendAvgPoolGrad(tf, 'webgpu');
    mended = true;
    installGradients(tf);
    return {
      name: 'webgpu',
      device,
      tf,
      async close() {
        tf.removeBackend('webgpu');
        gpu.destroy();
      },
    };
  },
};
