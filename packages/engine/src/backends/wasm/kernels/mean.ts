import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';
import { contiguousReduction } from './contiguous-axes.js';

/** Means over leading or middle axes (global average pooling) in place, like `sum`. */
export const mean = defineKernel<{ readonly x: TensorInfo }, { axis: number | number[]; keepDims: boolean }>({
  name: 'Mean',
  compute({ inputs: { x }, attributes }, { tf, simd, address, zeros, floats }, original) {
    const reduction = x.dtype === 'float32' ? contiguousReduction(tf, x.shape, attributes) : undefined;
    if (reduction === undefined && original !== undefined) return original();
    const { blocks, rows, columns, outShape } = reduction!; // There is a stock kernel, so it was taken above.
    const out = zeros(outShape);
    simd.sumRows(address(x), address(out), blocks, rows, columns);
    const values = floats(out);
    for (let i = 0; i < values.length; i++) values[i]! /= rows;
    return out;
  },
});
