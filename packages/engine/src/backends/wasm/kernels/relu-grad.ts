import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';

/** dx = dy where y > 0, in one pass; TensorFlow.js takes three (step, cast, multiply). */
export const reluGrad = defineKernel<{ readonly dy: TensorInfo; readonly y: TensorInfo }, object>({
  name: 'ReluGrad',
  compute({ inputs: { dy, y } }, { tf, simd, address, allocate }) {
    const dx = allocate(dy.shape);
    simd.reluGradient(address(dy), address(y), address(dx), tf.util.sizeFromShape(dy.shape));
    return dx;
  },
});
