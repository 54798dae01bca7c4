import type { Tensor } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';

interface Inputs {
  readonly a: Tensor;
  readonly b: Tensor;
}

/**
 * TensorFlow.js gives XNNPACK only products without transposition and runs the others, the gradients of every dense
 * layer, through a plain loop that is ten times slower. Transposing first costs far less.
 */
export const batchMatMul = defineKernel<Inputs, { transposeA: boolean; transposeB: boolean }>({
  name: 'BatchMatMul',
  compute({ inputs: { a, b }, attributes: { transposeA, transposeB } }, { tf }, original) {
    if (!transposeA && !transposeB && original !== undefined) return original();
    return tf.tidy(() => {
      const left = transposeA ? tf.transpose(a, lastTwoSwapped(a.rank)) : a;
      const right = transposeB ? tf.transpose(b, lastTwoSwapped(b.rank)) : b;
      return tf.matMul(left, right);
    });
  },
});

function lastTwoSwapped(rank: number): number[] {
  const axes = Array.from({ length: rank }, (_, i) => i);
  return [...axes.slice(0, -2), rank - 1, rank - 2];
}
