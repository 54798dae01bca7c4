import type { TensorInfo } from '@tensorflow/tfjs';
import { poolInfo, type Strides, scatterSizes, type WindowAttributes } from '../../window.js';
import { defineKernel } from '../wasm-kernel.js';

interface Inputs {
  readonly dy: TensorInfo;
  readonly input: TensorInfo;
}

/** Replaces a kernel that drops the gradient wherever a window's maximum is negative. */
export const maxPoolGrad = defineKernel<Inputs, WindowAttributes & { filterSize: Strides }>({
  name: 'MaxPoolGrad',
  compute({ inputs: { dy, input }, attributes }, { tf, simd, address, zeros }) {
    const info = poolInfo(tf, input.shape, attributes);
    const dx = zeros(input.shape);
    simd.maxPoolGradient(address(input), address(dy), address(dx), ...scatterSizes(info));
    return dx;
  },
});
