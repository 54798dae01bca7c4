import type { TensorInfo } from '@tensorflow/tfjs';
import { defineKernel } from '../wasm-kernel.js';

/**
 * Shares the values instead of copying them, as the other backends do. Every tensor that a gradient needs goes through
 * here. Tensors are immutable, and values are freed with their last owner.
 */
export const identity = defineKernel<{ readonly x: TensorInfo }, object>({
  name: 'Identity',
  compute: ({ inputs: { x } }, { share }) => share(x),
});

/** A cast to the type that a tensor has already is no copy either. */
export const cast = defineKernel<{ readonly x: TensorInfo }, { dtype: string }>({
  name: 'Cast',
  compute({ inputs: { x }, attributes: { dtype } }, { share }, original) {
    return x.dtype === dtype || original === undefined ? share(x) : original();
  },
});
