import type { TensorInfo } from '@tensorflow/tfjs';
import { poolInfo, type Strides, scatterSizes, type WindowAttributes } from '../../window.js';
import { defineKernel } from '../wasm-kernel.js';

interface Inputs {
  readonly dy: TensorInfo;
  readonly input: TensorInfo;
}

/** Replaces a kernel that divides by the whole window at the borders, where the forward pass divides by what it saw. */
export const avgPoolGrad = defineKernel<Inputs, WindowAttributes & { filterSize: Strides }>({
  name: 'AvgPoolGrad',
  compute({ inputs: { dy, input }, attributes }, { tf, simd, address, zeros }) {
    const info = poolInfo(tf, input.shape, attributes);
    const dx = zeros(input.shape);
    simd.avgPoolGradient(address(dy), address(dx), ...scatterSizes(info));
    return dx;
  },
});
