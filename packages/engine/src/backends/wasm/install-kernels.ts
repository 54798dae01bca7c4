import type { TensorInfo } from '@tensorflow/tfjs';
import { avgPoolGrad } from './kernels/avg-pool-grad.js';
import { batchMatMul } from './kernels/batch-mat-mul.js';
import { batchNormTraining } from './kernels/batch-norm-training.js';
import { batchNormTrainingGrad } from './kernels/batch-norm-training-grad.js';
import { conv2DBackpropFilter } from './kernels/conv2d-backprop-filter.js';
import { conv2DBackpropInput } from './kernels/conv2d-backprop-input.js';
import { depthwiseBackpropFilter } from './kernels/depthwise-backprop-filter.js';
import { depthwiseBackpropInput } from './kernels/depthwise-backprop-input.js';
import { fusedBatchNorm } from './kernels/fused-batch-norm.js';
import { cast, identity } from './kernels/identity.js';
import { maxPoolGrad } from './kernels/max-pool-grad.js';
import { mean } from './kernels/mean.js';
import { reluGrad } from './kernels/relu-grad.js';
import { split } from './kernels/split.js';
import { sum } from './kernels/sum.js';
import type { WasmKernel } from './wasm-kernel.js';
import type { Workspace } from './workspace.js';

const kernels: readonly WasmKernel[] = [
  avgPoolGrad,
  batchMatMul,
  batchNormTraining,
  batchNormTrainingGrad,
  conv2DBackpropFilter,
  conv2DBackpropInput,
  depthwiseBackpropFilter,
  depthwiseBackpropInput,
  fusedBatchNorm,
  cast,
  identity,
  maxPoolGrad,
  mean,
  reluGrad,
  split,
  sum,
];

/** Registers the kernels for the `wasm` backend in place of those that are missing, wrong or slow. */
export function installKernels(workspace: Workspace): void {
  const { tf } = workspace;
  for (const kernel of kernels) {
    const stock = tf.getKernel(kernel.name, 'wasm');
    if (stock !== undefined) tf.unregisterKernel(kernel.name, 'wasm');
    tf.registerKernel({
      ...stock,
      kernelName: kernel.name,
      backendName: 'wasm',
      kernelFunc: ({ inputs, attrs, backend }) => {
        const original = stock && (() => stock.kernelFunc({ inputs, backend, attrs: attrs ?? {} }) as TensorInfo);
        return kernel.compute({ inputs, attributes: attrs ?? {} }, workspace, original);
      },
    });
  }
}
