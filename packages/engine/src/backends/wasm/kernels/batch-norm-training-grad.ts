import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';
import { doubles } from './batch-norm-training.js';

interface Inputs {
  readonly dy: TensorInfo;
  readonly x: TensorInfo;
  readonly scale: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
}

/**
 * Gives dx, dscale and doffset (Ioffe & Szegedy 2015, section 3). With r = 1/√(σ² + ε), S = Σ dy, P = Σ dy·(x − μ)
 * over the n rows of a channel: doffset = S, dscale = r·P and
 * dx = scale·r·(dy − S/n − (x − μ)·r²·P/n), which is a·dy + b·x + d with per-channel a, b and d.
 */
export const batchNormTrainingGrad = defineKernel<Inputs, { epsilon: number }>({
  name: 'BatchNormTrainingGrad',
  compute({ inputs: { dy, x, scale, mean, variance }, attributes: { epsilon } }, workspace) {
    const { simd, address, allocate, floats, release } = workspace;
    const channels = x.shape.at(-1) ?? 1;
    const rows = workspace.tf.util.sizeFromShape(x.shape) / channels;
    const dx = allocate(x.shape);
    const dscale = allocate([channels]);
    const doffset = allocate([channels]);
    const factors = [allocate([channels]), allocate([channels]), allocate([channels])] as const;
    const sums = doubles(workspace, channels);
    simd.gradientSums(address(x), address(dy), address(mean), sums.first, sums.second, rows, channels);
    const { first, second } = sums.read();
    const [a, b, d] = factors.map(floats) as [Float32Array, Float32Array, Float32Array];
    const [gamma, mu, sigma2] = [floats(scale), floats(mean), floats(variance)];
    const [dGamma, dBeta] = [floats(dscale), floats(doffset)];
    for (let c = 0; c < channels; c++) {
      const inverse = 1 / Math.sqrt(sigma2[c]! + epsilon);
      dBeta[c] = first[c]!;
      dGamma[c] = second[c]! * inverse;
      a[c] = gamma[c]! * inverse;
      b[c] = (-gamma[c]! * inverse ** 3 * second[c]!) / rows;
      d[c] = (-gamma[c]! * inverse * first[c]!) / rows - b[c]! * mu[c]!;
    }
    const [first4, second4, third4] = factors.map(address) as [number, number, number];
    simd.combine(address(dy), address(x), first4, second4, third4, address(dx), rows, channels);
    for (const scratch of [...factors, sums.tensor]) release(scratch);
    return [dx, dscale, doffset];
  },
});
