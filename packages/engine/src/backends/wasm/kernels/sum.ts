import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';
import { contiguousReduction } from './contiguous-axes.js';

/** Sums over leading or middle axes (bias gradients) in place; the stock kernel transposes the whole tensor first. */
export const sum = defineKernel<{ readonly x: TensorInfo }, { axis: number | number[]; keepDims: boolean }>({
  name: 'Sum',
  compute({ inputs: { x }, attributes }, { tf, simd, address, zeros }, original) {
    const reduction = x.dtype === 'float32' ? contiguousReduction(tf, x.shape, attributes) : undefined;
    if (reduction === undefined && original !== undefined) return original();
    const { blocks, rows, columns, outShape } = reduction!; // There is a stock kernel, so it was taken above.
    const out = zeros(outShape);
    simd.sumRows(address(x), address(out), blocks, rows, columns);
    return out;
  },
});
