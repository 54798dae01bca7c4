import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';

interface Inputs {
  readonly x: TensorInfo;
  readonly mean: TensorInfo;
  readonly variance: TensorInfo;
  readonly offset?: TensorInfo;
  readonly scale?: TensorInfo;
}

/** y = scale · (x − μ) / √(σ² + ε) + offset by given statistics, as one multiplication and addition per value. */
export const fusedBatchNorm = defineKernel<Inputs, { varianceEpsilon: number }>({
  name: 'FusedBatchNorm',
  compute({ inputs, attributes: { varianceEpsilon } }, { tf, simd, address, allocate, floats, release }, original) {
    const { x, mean, variance, offset, scale } = inputs;
    const channels = x.shape.at(-1) ?? 1;
    const vectors = [mean, variance, offset, scale].filter((vector) => vector !== undefined);
    const perChannel = vectors.every((vector) => vector.shape.length === 1 && vector.shape[0] === channels);
    if (!perChannel && original !== undefined) return original();
    const y = allocate(x.shape);
    const factor = allocate([channels]);
    const shift = allocate([channels]);
    const [a, b, mu, sigma2] = [floats(factor), floats(shift), floats(mean), floats(variance)];
    const gamma = scale === undefined ? undefined : floats(scale);
    const beta = offset === undefined ? undefined : floats(offset);
    for (let c = 0; c < channels; c++) {
      a[c] = (gamma?.[c] ?? 1) / Math.sqrt(sigma2[c]! + varianceEpsilon);
      b[c] = (beta?.[c] ?? 0) - mu[c]! * a[c]!;
    }
    const rows = tf.util.sizeFromShape(x.shape) / channels;
    simd.scaleShift(address(x), address(factor), address(shift), address(y), rows, channels);
    release(factor);
    release(shift);
    return y;
  },
});
