import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';
import type { Workspace } from '../workspace.js';

interface Inputs {
  readonly x: TensorInfo;
  readonly scale: TensorInfo;
  readonly offset: TensorInfo;
}

/**
 * y = scale · (x − μ) / √(σ² + ε) + offset with μ, σ² of the batch, per channel (Ioffe & Szegedy 2015, algorithm 1).
 * Gives y, μ and σ² (the biased one). TensorFlow.js composes this of a dozen passes over the tensor; here it is two.
 * The statistics are of x minus its first row, which keeps them exact when the mean is far from zero.
 */
export const batchNormTraining = defineKernel<Inputs, { epsilon: number }>({
  name: 'BatchNormTraining',
  compute({ inputs: { x, scale, offset }, attributes: { epsilon } }, workspace) {
    const { simd, address, allocate, floats, release } = workspace;
    const channels = x.shape.at(-1) ?? 1;
    const rows = workspace.tf.util.sizeFromShape(x.shape) / channels;
    const y = allocate(x.shape);
    const mean = allocate([channels]);
    const variance = allocate([channels]);
    const factor = allocate([channels]);
    const shift = allocate([channels]);
    const sums = doubles(workspace, channels);
    floats(mean).set(floats(x).subarray(0, channels));
    simd.centredSums(address(x), address(mean), sums.first, sums.second, rows, channels);
    const { first, second } = sums.read();
    const [mu, sigma2, a, b] = [floats(mean), floats(variance), floats(factor), floats(shift)];
    const [gamma, beta] = [floats(scale), floats(offset)];
    for (let c = 0; c < channels; c++) {
      const delta = first[c]! / rows;
      mu[c]! += delta;
      sigma2[c] = Math.max(0, second[c]! / rows - delta * delta);
      a[c] = gamma[c]! / Math.sqrt(sigma2[c]! + epsilon);
      b[c] = beta[c]! - mu[c]! * a[c]!;
    }
    simd.scaleShift(address(x), address(factor), address(shift), address(y), rows, channels);
    for (const scratch of [factor, shift, sums.tensor]) release(scratch);
    return [y, mean, variance];
  },
});

/** Two zeroed runs of `count` doubles. Take `read` views after the last allocation. */
export function doubles({ zeros, address, floats }: Workspace, count: number) {
  const tensor = zeros([count * 4]);
  const first = address(tensor);
  const second = first + count * 8;
  return {
    tensor,
    first,
    second,
    read() {
      const { buffer } = floats(tensor);
      return { first: new Float64Array(buffer, first, count), second: new Float64Array(buffer, second, count) };
    },
  };
}
